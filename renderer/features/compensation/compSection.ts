/** Parts of the compensation screen; the address keeps which. */
export const COMP_SECTIONS = [
  { value: 'design', label: 'Design' },
  { value: 'results', label: 'Results' },
  { value: 'actuals', label: 'Actuals' },
] as const;
export type CompSection = (typeof COMP_SECTIONS)[number]['value'];

/** The part that a section of the address names; the designer where it names none. */
export function compSectionOf(section: string): CompSection {
  return COMP_SECTIONS.find((each) => each.value === section)?.value ?? 'design';
}
