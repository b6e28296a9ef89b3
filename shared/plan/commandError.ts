/** A command that can't be run on this plan; the message is for the user and says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
