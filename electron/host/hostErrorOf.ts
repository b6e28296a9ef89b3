import { HostError } from '../../shared/bridge/contract';

/**
 * Turns whatever was thrown into an error a person can act on.
 * @param subject what it was about, as it opens a sentence, e.g. `The file "plan.evenland"`
 */
export function hostErrorOf(error: unknown, subject: string): HostError {
  if (error instanceof HostError) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  switch (code) {
    case 'ENOENT':
      return new HostError('not-found', `${subject} is not there any more. Choose it again.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new HostError(
        'no-access',
        `${subject} can't be used: the system refuses access. Close it in other programs, or choose another place.`,
      );
    case 'EBUSY':
      return new HostError(
        'no-access',
        `${subject} is open in another program. Close it there and try again.`,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new HostError(
        'disk-full',
        `${subject} was not written: the disk is full. Make room and try again.`,
      );
    case 'EISDIR':
    case 'ENOTDIR':
      return new HostError(
        'not-found',
        `${subject} is a folder where a file is needed, or the other way round.`,
      );
    case 'ERR_FS_FILE_TOO_LARGE':
      return new HostError('too-large', `${subject} is larger than 2 GB, more than can be read at once.`);
    default:
      return new HostError('failed', `${subject} could not be used: ${plainMessage(error)}`);
  }
}

/** The message alone, on one line and never with a stack. */
export function plainMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]!.trim() || 'no reason was given';
}
