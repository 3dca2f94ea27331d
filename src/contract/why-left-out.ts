/**
 * Why those who lead leave a note out. A list, and no field to type into: what they typed could say again what is to be
 * gone.
 */
export const WHY_LEFT_OUT = ['names-somebody', 'for-the-room', 'said-twice', 'not-said'] as const;
export type WhyLeftOut = (typeof WHY_LEFT_OUT)[number];
