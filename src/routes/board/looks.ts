import { readSetting, storeSetting } from '#lib/ui/stored-setting.ts';
import { TEXT_SIZES, THEMES, type TextSize, type Theme } from '#gathering/looks.ts';

/** How this wall is set, kept by its browser and by nobody else. */
export type Looks = { theme: Theme; textSize: TextSize };

const KEY = 'plenary-board';

export const DEFAULT_LOOKS: Readonly<Looks> = { theme: 'paper', textSize: 'L' };

/** What was kept last time, where the browser allows keeping at all. */
export function readLooks(): Looks {
  const looks = { ...DEFAULT_LOOKS };
  try {
    const stored: unknown = JSON.parse(readSetting(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return looks;
    const { theme, textSize } = stored as Record<string, unknown>;
    return {
      theme: THEMES.find((known) => known === theme) ?? looks.theme,
      textSize: TEXT_SIZES.find((known) => known === textSize) ?? looks.textSize
    };
  } catch {
    return looks;
  }
}

export function storeLooks(looks: Looks): void {
  storeSetting(KEY, JSON.stringify(looks));
}
