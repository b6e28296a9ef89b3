import type { Scenario } from '../model/scenario';
import type { Territory } from '../model/territory';

/** Colours of the territory palette. */
const COLOR_COUNT = 14;

/**
 * New territories on the lowest level of a scenario, with ids, names and colours that it does not use yet.
 * @param fields what is known of each, e.g. its base; one object a territory
 */
export function newTerritories(
  scenario: Scenario,
  fields: readonly Partial<Pick<Territory, 'id' | 'name' | 'base' | 'capacity' | 'parentId'>>[],
): Territory[] {
  const ids = new Set(scenario.territories.map((territory) => territory.id));
  const names = new Set(scenario.territories.map((territory) => territory.name.toLowerCase()));
  let number = 0;
  const nextNumber = () => {
    do number++;
    while (ids.has(`t${number}`) || names.has(`territory ${number}`));
    return number;
  };
  return fields.map((given, position) => {
    const own = given.id && given.name ? 0 : nextNumber();
    const territory: Territory = {
      id: given.id ?? `t${own}`,
      name: given.name ?? `Territory ${own}`,
      level: scenario.levels.length - 1,
      parentId: given.parentId ?? null,
      colorIndex: (scenario.territories.length + position) % COLOR_COUNT,
      capacity: given.capacity ?? 1,
      base: given.base ?? null,
      isRemoved: false,
    };
    ids.add(territory.id);
    names.add(territory.name.toLowerCase());
    return territory;
  });
}
