/** Of this device for good, or of this tab of the browser: the latter outlives a reload, and nothing else. */
type Kept = 'localStorage' | 'sessionStorage';

/** What is remembered of a setting; null where it was never set, or where the browser stores nothing. */
export function readSetting(key: string, kept: Kept = 'localStorage'): string | null {
  try {
    return globalThis[kept].getItem(key);
  } catch {
    return null;
  }
}

/** Without storage a setting lives as long as the page. */
export function storeSetting(key: string, value: string, kept: Kept = 'localStorage'): void {
  try {
    globalThis[kept].setItem(key, value);
  } catch {
    // The page goes on with what was set.
  }
}
