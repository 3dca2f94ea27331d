export const THEMES = ['paper', 'lantern', 'sunlit'] as const;
export type Theme = (typeof THEMES)[number];

/** Sizes of text, for how far the last row sits: 38, 57, 76 and 96 pixels of a picture 1080 high. */
export const SCALES = ['S', 'M', 'L', 'XL'] as const;
export type Scale = (typeof SCALES)[number];

/** How this wall is set, kept by its browser and by nobody else. */
export type Looks = { theme: Theme; scale: Scale };

const KEY = 'plenary-board';

/** What was kept last time, where the browser allows keeping at all. */
export function readLooks(): Looks {
  const looks: Looks = { theme: 'paper', scale: 'L' };
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return looks;
    const { theme, scale } = stored as Record<string, unknown>;
    return {
      theme: THEMES.find((known) => known === theme) ?? looks.theme,
      scale: SCALES.find((known) => known === scale) ?? looks.scale
    };
  } catch {
    return looks;
  }
}

export function storeLooks(looks: Looks): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(looks));
  } catch {
    // A browser that keeps nothing still shows a board.
  }
}
