const KEY = 'plenary-keys';

/** Whether single keys act: whoever dictates, or leans on a keyboard, switches them off for good. */
export function keysWork(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setKeys(work: boolean): void {
  try {
    localStorage.setItem(KEY, work ? 'on' : 'off');
  } catch {
    // Kept for this page only.
  }
}
