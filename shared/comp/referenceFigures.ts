import type { ReferenceFigure } from '../model/referenceFigure';
import type { Role } from '../model/role';

const practice = 'Practice that consultancies quote';

/** Reference figures as shipped (compensation.md, "Reference figures"). */
export const referenceFigures: readonly ReferenceFigure[] = [
  {
    id: 'repsAtQuota',
    name: 'Reps at quota, healthy',
    low: 0.55,
    high: 0.65,
    unit: 'ratio',
    source: practice,
    date: '2025-12',
  },
  {
    id: 'repsAtQuotaSurveyed',
    name: 'Reps at quota, recent surveys',
    low: 0.28,
    high: 0.47,
    unit: 'ratio',
    source: 'Vendors’ surveys of 2023 to 2025',
    date: '2025-12',
  },
  {
    id: 'reachThreshold',
    name: 'Reps who reach threshold',
    low: 0.9,
    high: 0.9,
    unit: 'ratio',
    source: practice,
    date: '2025-12',
  },
  {
    id: 'reachTarget',
    name: 'Reps who reach target',
    low: 0.6,
    high: 0.7,
    unit: 'ratio',
    source: practice,
    date: '2025-12',
  },
  {
    id: 'reachExcellence',
    name: 'Reps who reach excellence',
    low: 0.1,
    high: 0.1,
    unit: 'ratio',
    source: practice,
    date: '2025-12',
  },
  {
    id: 'quotaToOte',
    name: 'Quota : OTE',
    low: 4,
    high: 6,
    unit: 'factor',
    source: practice,
    date: '2025-12',
  },
  {
    id: 'overAssignment',
    name: 'Over-assignment',
    low: 0.05,
    high: 0.1,
    unit: 'ratio',
    source: practice,
    date: '2025-12',
  },
  {
    id: 'leverage',
    name: 'Leverage at the 90th percentile',
    low: 2,
    high: 3,
    unit: 'factor',
    source: practice,
    date: '2025-12',
  },
  {
    id: 'accelerator',
    name: 'Accelerators',
    low: 1.5,
    high: 2.5,
    unit: 'factor',
    source: practice,
    date: '2025-12',
  },
];

/** Usual pay mix of a role: base share of OTE, as a range. */
export interface RolePayMix {
  role: string;
  baseLow: number;
  baseHigh: number;
}

/** Default pay mixes by role (compensation.md, "Reference figures"); SE and manager as consultancies quote them. */
export const rolePayMixes: readonly RolePayMix[] = [
  { role: 'AE', baseLow: 0.5, baseHigh: 0.5 },
  { role: 'AM', baseLow: 0.6, baseHigh: 0.7 },
  { role: 'SDR', baseLow: 0.65, baseHigh: 0.7 },
  { role: 'CSM', baseLow: 0.8, baseHigh: 0.8 },
  { role: 'SE', baseLow: 0.75, baseHigh: 0.8 },
  { role: 'Manager', baseLow: 0.55, baseHigh: 0.6 },
];

/** The roles that a plan starts with: each has the middle of its usual range. */
export const usualRoleMixes: readonly Role[] = rolePayMixes.map(({ role, baseLow, baseHigh }) => ({
  name: role,
  baseShareRatio: (baseLow + baseHigh) / 2,
}));

/** Base share of OTE that a role starts with; half where the role is not known. */
export function defaultBaseShare(role: string, roles: readonly Role[] = usualRoleMixes): number {
  const wanted = role.trim().toLowerCase();
  return roles.find(({ name }) => name.trim().toLowerCase() === wanted)?.baseShareRatio ?? 0.5;
}

/** Where a figure stands against its reference: below, within or above; null where there is none. */
export function againstReference(
  value: number | null,
  reference: Pick<ReferenceFigure, 'low' | 'high'>,
): 'below' | 'within' | 'above' | null {
  if (value === null) return null;
  if (value < reference.low) return 'below';
  return value > reference.high ? 'above' : 'within';
}
