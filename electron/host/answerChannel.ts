import type { ChannelName, HostAnswer, HostApi } from '../../shared/bridge/contract';
import { channelSchemas, HostError } from '../../shared/bridge/contract';
import { plainMessage } from './hostErrorOf';

/**
 * One call from a renderer, whichever way it came: the channel must exist, the arguments must parse, and what
 * goes wrong goes back as code and message.
 */
export async function answerChannel(api: HostApi, channel: unknown, args: unknown): Promise<HostAnswer> {
  try {
    if (typeof channel !== 'string' || !Object.hasOwn(channelSchemas, channel)) {
      throw new HostError('unknown-channel', 'The app asked its host for something it does not know.');
    }
    const name = channel as ChannelName;
    const parsed = channelSchemas[name].safeParse(args);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const where = issue === undefined ? '' : ` ${issue.path.join('.')}: ${issue.message}`;
      throw new HostError('bad-arguments', `The app called "${name}" wrongly:${where}`);
    }
    const call = api[name] as (parsedArgs: unknown) => Promise<unknown>;
    return { ok: true, value: await call(parsed.data) };
  } catch (error) {
    const { code, message } =
      error instanceof HostError ? error : { code: 'failed' as const, message: plainMessage(error) };
    return { ok: false, error: { code, message } };
  }
}
