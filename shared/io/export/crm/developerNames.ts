/** Salesforce holds no longer name of a territory. */
const MAX_LENGTH = 80;

/**
 * API names of territories as Salesforce takes them (object reference, Territory2.DeveloperName): letters, digits and
 * single underscores, begins with a letter, does not end in an underscore, unique without regard to case.
 */
export function developerNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = plainName(name);
    let unique = plain;
    for (let copy = 2; taken.has(unique.toLowerCase()); copy++) {
      const suffix = `_${copy}`;
      unique = trimEnd(plain.slice(0, MAX_LENGTH - suffix.length)) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function plainName(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/[^a-zA-Z0-9]+/g, '_')
    .replace(/^_+/, '');
  const begun = /^[a-zA-Z]/.test(ascii) ? ascii : `T_${ascii}`;
  return trimEnd(begun.slice(0, MAX_LENGTH));
}

function trimEnd(name: string): string {
  return name.replace(/_+$/, '');
}

/** A territory's label, at most as long as Salesforce takes. */
export function territoryLabel(name: string): string {
  return name.length <= MAX_LENGTH ? name : `${name.slice(0, MAX_LENGTH - 1)}…`;
}
