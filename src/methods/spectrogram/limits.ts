/** What a phone needs to know of the limits. What checks them is not sent along. */
export const STATEMENT_LONGEST = 140;
export const POLE_LONGEST = 60;
/** A reason, in one line. */
export const WHY_LONGEST = 140;
