import type { PayAdjustment } from '../model/payAdjustment';
import type { PayResult, PayResultKey } from '../model/payResult';
import type { ReferenceFigure } from '../model/referenceFigure';
import type { Role } from '../model/role';

/** Edits of results, of what people add to payouts, and of what pay is held against. */
export type PayEdit =
  | {
      readonly kind: 'putPayResults';
      readonly results: readonly PayResult[];
      /** Whether all other results go: a file that replaces the last one. */
      readonly replacesAll?: boolean;
      readonly label?: string;
    }
  | { readonly kind: 'removePayResults'; readonly keys: readonly PayResultKey[]; readonly label?: string }
  /** Adds a dispute or correction, or replaces the one of the same id (a dispute that is settled). */
  | { readonly kind: 'putPayAdjustment'; readonly adjustment: PayAdjustment }
  | { readonly kind: 'removePayAdjustment'; readonly adjustmentId: string }
  /** null = back to the usual roles. */
  | { readonly kind: 'setRoles'; readonly roles: readonly Role[] | null }
  /** null = back to the figures as shipped. */
  | { readonly kind: 'setReferenceFigures'; readonly figures: readonly ReferenceFigure[] | null };
