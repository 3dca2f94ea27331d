/** Table by round and unit: `[round * units + unit]`, or {@link NOWHERE}. */
export type Seated = Int16Array;

/** The table of those who are not there. */
export const NOWHERE = -1;
