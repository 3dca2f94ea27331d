/** A number and what it counts. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
