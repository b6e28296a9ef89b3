/** The ways to look at the team; the address keeps which. */
export const TEAM_VIEWS = [
  { value: 'reps', label: 'Reps' },
  { value: 'rollup', label: 'Roll-up' },
  { value: 'gap', label: 'Top-down, bottom-up' },
  { value: 'fairness', label: 'Fairness' },
] as const;
export type TeamView = (typeof TEAM_VIEWS)[number]['value'];

/** The view that a section of the address names; the list of reps where it names none. */
export function teamViewOf(section: string): TeamView {
  return TEAM_VIEWS.find((view) => view.value === section)?.value ?? 'reps';
}
