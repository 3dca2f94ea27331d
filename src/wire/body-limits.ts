/** Of an archive that is brought in: as many photos as a day may leave behind. */
export const EDITION_FILE_BYTES_AT_MOST = 64_000_000;
/** Of every other form. */
export const FORM_BYTES_AT_MOST = 524_288;
