/** Base64 of one Yjs update. A longer paste comes in several. */
export const PIECE_LONGEST = 16_000;
export const PIECES_MOST = 600;
export const NOTES_MOST = 3000;
