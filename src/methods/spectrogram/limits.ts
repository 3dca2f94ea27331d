/** Limits that phones need. They stand apart from the schemas, so that phones do not load the code that validates. */
export const STATEMENT_LONGEST = 140;
export const POLE_LONGEST = 60;
/** A reason is one line. */
export const WHY_LONGEST = 140;
