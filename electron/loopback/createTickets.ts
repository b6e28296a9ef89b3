import { randomBytes } from 'node:crypto';

export interface Tickets {
  issue: (lifetimeMs: number) => string;
  /** Whether the ticket is good; it is not a second time. */
  redeem: (ticket: string) => boolean;
}

/**
 * One-time tickets for the address a browser is started with. A command line can be read by every user of the
 * machine, so it must not carry the token itself.
 * @param now UTC milliseconds
 */
export function createTickets(now: () => number): Tickets {
  const goodUntilMs = new Map<string, number>();
  return {
    issue(lifetimeMs) {
      const ticket = randomBytes(24).toString('base64url');
      goodUntilMs.set(ticket, now() + lifetimeMs);
      return ticket;
    },
    redeem(ticket) {
      const untilMs = goodUntilMs.get(ticket);
      goodUntilMs.delete(ticket);
      return untilMs !== undefined && now() <= untilMs;
    },
  };
}
