/** What becomes of the measures of accounts that are merged into one. */
export type MergedMeasures =
  /** The kept account's own values stand; a blank is filled from the others. */
  | 'keep'
  /** Counted values are added up, as where each row holds a part of the business. */
  | 'sum';

export interface AccountMerge {
  readonly keptRow: number;
  /** The rows that become part of it, without the kept one. */
  readonly rows: readonly number[];
}

/** Edits that clean a list after its import; part of PlanCommand. */
export type CleaningEdit =
  | {
      readonly kind: 'mergeAccounts';
      readonly merges: readonly AccountMerge[];
      readonly measures: MergedMeasures;
    }
  /** Texts of an attribute that are replaced wherever they stand, whole: from → to. */
  | {
      readonly kind: 'replaceTexts';
      readonly attributeId: string;
      readonly replacements: readonly { readonly from: string; readonly to: string }[];
    };
