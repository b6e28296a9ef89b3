/** A saved plan can't be opened or written; the message is for the user and names the plan. */
export class SavedPlanError extends Error {
  override readonly name = 'SavedPlanError';

  constructor(
    readonly code: 'missing' | 'newer' | 'damaged' | 'conflict',
    message: string,
  ) {
    super(message);
  }
}
