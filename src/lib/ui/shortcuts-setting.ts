const KEY = 'plenary-keys';

/** Whether single keys act. People who dictate, or rest a hand on the keyboard, switch them off for good. */
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
    // Without storage the setting lives as long as the page.
  }
}
