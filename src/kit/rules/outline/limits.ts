/** The length of one Yjs update in Base64. A longer paste is sent in several. */
export const PIECE_LONGEST = 16_000;
export const PIECES_MOST = 600;
export const NOTES_MOST = 3000;
