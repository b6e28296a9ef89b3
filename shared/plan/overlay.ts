import type { Scenario } from '../model/scenario';
import type { Territory } from '../model/territory';
import { requireAlignment } from './lookup';

/** Marks the territories of other roles in a view, so that none of them can be assigned to. */
const OTHER_ROLE = '(another role)';

const viewsOf = new WeakMap<Scenario, Map<string, Scenario>>();
const territoriesOf = new WeakMap<Scenario['territories'], Map<string, Territory[]>>();

/**
 * The scenario as a role's people see it: its alignment is the first one, its rules and exceptions are the only
 * ones, and its territories those that accounts can be assigned to, so that every reader of a scenario gives the
 * role's figures. In it a territory without a role is the viewer's. Indices stay those of the scenario.
 * Not to be stored.
 * @param role an overlay; left out = the primary alignment
 * @throws CommandError when the scenario has no such role
 */
export function scenarioOfRole(scenario: Scenario, role?: string): Scenario {
  const alignment = requireAlignment(scenario, role);
  const isPrimary = alignment === scenario.alignments[0];
  if (isPrimary && !hasRoles(scenario)) return scenario;
  const views = viewsOf.get(scenario) ?? new Map<string, Scenario>();
  viewsOf.set(scenario, views);
  const known = views.get(alignment.role);
  if (known) return known;
  const own = isPrimary ? undefined : alignment.role;
  const { rules, exceptions } = scenario;
  const view: Scenario = {
    ...scenario,
    rules: rules && ofRole(rules, own),
    exceptions: exceptions && ofRole(exceptions, own),
    ...(own !== undefined && {
      alignments: [alignment],
      territories: territoriesSeenBy(scenario, own),
    }),
  };
  views.set(alignment.role, view);
  return view;
}

/** Whether rules or exceptions are there that are not the primary alignment's. */
function hasRoles({ rules = [], exceptions = [] }: Scenario): boolean {
  return [...rules, ...exceptions].some(({ role }) => role !== undefined);
}

/** What is a role's, as if it were the primary's. */
function ofRole<Item extends { readonly role?: string | undefined }>(
  items: readonly Item[],
  role: string | undefined,
): Item[] {
  return items.flatMap((item) => (item.role === role ? [{ ...item, role: undefined }] : []));
}

/**
 * Territories as an overlay sees them, kept while they are the same: figures are reused by that. Nodes of the
 * primary hierarchy are the overlay's, too, where its territories hang under them.
 */
function territoriesSeenBy({ territories, levels }: Scenario, role: string): Territory[] {
  const byRole = territoriesOf.get(territories) ?? new Map<string, Territory[]>();
  territoriesOf.set(territories, byRole);
  const key = `${levels.length} ${role}`;
  const known = byRole.get(key);
  if (known) return known;
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  const shown = new Set<Territory>();
  for (const territory of territories) {
    if (territory.role !== role || territory.isRemoved) continue;
    let above: Territory | undefined = territory;
    while (above && !shown.has(above)) {
      shown.add(above);
      above = byId.get(above.parentId ?? '');
    }
  }
  const seen = territories.map((territory): Territory => {
    const { role: own, ...rest } = territory;
    return own === role || shown.has(territory) ? rest : { ...territory, role: OTHER_ROLE };
  });
  byRole.set(key, seen);
  return seen;
}
