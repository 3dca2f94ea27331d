/** Letters of a card and of a group's name, as people count them. */
export const CARD_LONGEST = 240;
export const GROUP_NAME_LONGEST = 140;
/** More cards than a room writes: this only bounds what one activity keeps. */
export const CARDS_MOST = 2_000;
export const GROUPS_MOST = 200;
