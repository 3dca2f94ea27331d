/** What this device remembers of a setting; null where it was never set, or where the browser stores nothing. */
export function readSetting(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Without storage a setting lives as long as the page. */
export function storeSetting(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The page goes on with what was set.
  }
}
