/** The limits that a phone needs. They stand apart from the rules, which a phone does not load. */
export const WHY_LONGEST = 60;
export const CARD_LONGEST = 240;
/** How long a chair is held for the person who was called to it. */
export const HOLD_MS = 30_000;
