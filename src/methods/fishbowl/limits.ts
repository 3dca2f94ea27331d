/** What a phone needs to know of the limits. What checks them is not sent along. */
export const WHY_LONGEST = 60;
export const CARD_LONGEST = 240;
/** How long a chair waits for whoever was called to it. */
export const HOLD_MS = 30_000;
