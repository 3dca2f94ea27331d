import { shortDigest } from './short-digest.ts';

/** 13 letters: among ten million notes of one house, two with the same address are one chance in 370,000. */
const BYTES = 8;

/**
 * The address of a note for ever: 13 characters of `0-9a-z`. It follows from where the log has the note, so that every
 * node, every edition and the phone that wrote it find the same. It is hashed because a phone chooses the id of what it
 * writes, and could choose that of another note.
 */
export const noteAddress = (activity: string, note: string): string =>
  shortDigest(JSON.stringify([activity, note]), BYTES);
