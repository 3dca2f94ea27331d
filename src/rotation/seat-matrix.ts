/** Table by round and unit: `[round * units + unit]`, or {@link NOWHERE}. */
export type Seated = Int16Array;

/** Stands for "no table": the unit is absent or not seated yet. */
export const NOWHERE = -1;
