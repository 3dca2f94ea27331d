/** Names a pair of cards, whichever is named first. Ids may hold any letter, so they are written as JSON. */
export const pairKey = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);
