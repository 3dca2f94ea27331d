/** How a board is lit: light, dark, or for a wall in the sun. */
export const THEMES = ['paper', 'lantern', 'sunlit'] as const;
export type Theme = (typeof THEMES)[number];

/** How large a board writes, for how far the last row sits: 38, 57, 76 and 96 pixels of a picture 1080 high. */
export const TEXT_SIZES = ['S', 'M', 'L', 'XL'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
