import type { ChannelName, HostAnswer, HostChannels } from '../../shared/bridge/contract';
import { channelNames, HostError } from '../../shared/bridge/contract';

/** Makes a function of every channel of the contract; a refusal becomes a HostError. */
export function callChannels(
  call: (channel: ChannelName, args: unknown) => Promise<HostAnswer>,
): HostChannels {
  const entries = channelNames.map((channel) => [
    channel,
    async (args: unknown = {}) => {
      const answer = await call(channel, args);
      if (!answer.ok) throw new HostError(answer.error.code, answer.error.message);
      return answer.value;
    },
  ]);
  return Object.fromEntries(entries) as HostChannels;
}
