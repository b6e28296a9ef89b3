/** A plan file that can't be read; the message says what is wrong, where, and what to do. */
export class ProjectFileError extends Error {
  override readonly name = 'ProjectFileError';
  constructor(
    readonly code: 'not-a-plan' | 'newer-version' | 'damaged',
    message: string,
  ) {
    super(message);
  }
}
