/** What a phone needs to know of the limits. What checks them is not sent along. */
export const NOTE_LONGEST = 240;
export const LINE_LONGEST = 140;

export const NOTE_KINDS = ['idea', 'question', 'insight', 'quote'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
