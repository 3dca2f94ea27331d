/**
 * Where the conversation is. `pairs` and `pairs-again`: a sandwich's talk of two. `starters`: an unpanel's invited
 * people, before the chair opens. `bowl`: the conversation. `asking`: the outer ring of a UX fishbowl forms its
 * questions. `last-words`: nobody comes in any more.
 */
export const PARTS = ['ready', 'pairs', 'starters', 'bowl', 'asking', 'last-words', 'pairs-again', 'closed'] as const;

export type Part = (typeof PARTS)[number];

/** Whoever was invited may still have to sit down. */
export const isBefore = (part: Part): boolean => part === 'ready' || part === 'pairs' || part === 'starters';
