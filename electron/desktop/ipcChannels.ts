/** Every call of the page, with the contract's channel as first argument: one door to guard. */
export const INVOKE_CHANNEL = 'evenland:invoke';
/** Main → page. */
export const EVENT_CHANNEL = 'evenland:event';
