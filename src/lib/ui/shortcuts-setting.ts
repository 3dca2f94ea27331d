const KEY = 'plenary-keys';

/** Whether single keys act: whoever dictates, or leans on a keyboard, switches them off for good. */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setShortcutsOn(work: boolean): void {
  try {
    localStorage.setItem(KEY, work ? 'on' : 'off');
  } catch {
    // Kept for this page only.
  }
}
