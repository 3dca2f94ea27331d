// How many letters a field takes, as people count them. Fields show the limit during typing, and rules check it.
export const NAME_LONGEST = 40;
/** The name of an account. */
export const ORGANIZER_LONGEST = 80;
export const TITLE_LONGEST = 120;
export const PLACE_LONGEST = 80;
export const BLOCK_TITLE_LONGEST = 80;
export const SUMMARY_LONGEST = 1_200;
/** Photos of one person in one gathering: ten sheets in each of three rounds. */
export const PHOTOS_OF_ONE = 30;
/** Photos of one gathering, at most 480 kB each in the vault: 240 MB. */
export const PHOTOS_OF_ALL = 500;
/** People who are here at once, however they came: who left, was removed or is there twice takes no room. */
export const PRESENT_AT_MOST = 10_000;
/** A mended note, or why one is disputed: as long as the longest a method takes. */
export const NOTE_LONGEST = 600;
/** The name of a theme: a full phrase that answers the question. */
export const THEME_LONGEST = 120;
export const THEMES_AT_MOST = 60;
export const SUMMARIES_AT_MOST = 200;
/** Questions and headings with a title for readers. It is as long as the name of a theme. */
export const TITLES_AT_MOST = 200;
export const SPLITS_AT_MOST = 500;
export type Days = { least: number; usual: number; most: number };
/** For how many days people may correct what was noted, once the gathering has closed. */
export const CORRECTION_DAYS: Days = { least: 0, usual: 7, most: 30 };
/** For how many days all but the editions is kept, after the last of them or after closing. */
export const KEPT_DAYS: Days = { least: 7, usual: 90, most: 3650 };
/** Former words that are struck out at one press: one wording may have been published over and over. */
export const FORMER_AT_ONCE = 200;
/** Editions that are made at once because one person took back or put in other words what they object to. */
export const REMADE_AT_MOST = 5;
