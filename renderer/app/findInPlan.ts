import { attributeText } from '../../shared/model/accountTable';
import type { PlanDocument } from '../../shared/model/planDocument';
import { activeScenario } from '../state/activeScenario';
import { goTo } from '../state/routeStore';
import { selectRows, selectTerritory, showRole, viewStore } from '../state/viewStore';

interface FoundItem {
  readonly id: string;
  readonly title: string;
  /** Where it is or whose it is, at the end of the line. */
  readonly note: string;
  readonly open: () => void;
}

interface FoundGroup {
  readonly group: string;
  readonly items: readonly FoundItem[];
}

const MAX_OF_A_KIND = 8;

/** Territories, reps and accounts whose name or id holds the text; nothing for fewer than two letters. */
export function findInPlan(plan: PlanDocument, query: string): FoundGroup[] {
  const wanted = query.trim().toLowerCase();
  if (wanted.length < 2) return [];
  const groups: FoundGroup[] = [
    { group: 'Territories', items: findTerritories(wanted) },
    { group: 'Reps', items: findReps(plan, wanted) },
    { group: 'Accounts', items: findAccounts(plan, wanted) },
  ];
  return groups.filter((group) => group.items.length > 0);
}

function findTerritories(wanted: string): FoundItem[] {
  const scenario = activeScenario();
  const found = scenario?.territories.filter(
    (territory) => !territory.isRemoved && territory.name.toLowerCase().includes(wanted),
  );
  return (found ?? []).slice(0, MAX_OF_A_KIND).map((territory) => ({
    id: `territory ${territory.id}`,
    title: territory.name,
    note: [scenario?.levels[territory.level], territory.role].filter(Boolean).join(', '),
    open: () => {
      goTo('territories');
      showRole(territory.role ?? null);
      selectTerritory(territory.id);
    },
  }));
}

function findReps(plan: PlanDocument, wanted: string): FoundItem[] {
  const found = plan.reps.filter((rep) => rep.name.toLowerCase().includes(wanted));
  return found.slice(0, MAX_OF_A_KIND).map((rep) => ({
    id: `rep ${rep.id}`,
    title: rep.name,
    note: rep.role,
    open: () => {
      if (rep.territoryId) selectTerritory(rep.territoryId);
      goTo('team');
    },
  }));
}

function findAccounts({ accounts }: PlanDocument, wanted: string): FoundItem[] {
  const items: FoundItem[] = [];
  for (let row = 0; row < accounts.rowCount && items.length < MAX_OF_A_KIND; row++) {
    const name = accounts.names[row]!;
    const isHit = name.toLowerCase().includes(wanted) || accounts.ids[row]!.toLowerCase() === wanted;
    if (accounts.removed[row] || !isHit) continue;
    const place = [attributeText(accounts, 'city', row), attributeText(accounts, 'region', row)];
    items.push({
      id: `account ${row}`,
      title: name,
      note: place.filter(Boolean).join(', '),
      open: () => {
        goTo('territories');
        selectRows([row]);
        viewStore.setState({ focusedRow: row });
      },
    });
  }
  return items;
}
