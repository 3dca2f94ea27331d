/** To which of these a key leads; null where it is no key of tabs. The arrows go around, and with the script. */
export function walk({ key, target }: KeyboardEvent, all: readonly string[], from: string): string | null {
  const on = target instanceof Element && getComputedStyle(target).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const at = all.indexOf(from);
  if (key === 'Home') return all[0] ?? null;
  if (key === 'End') return all.at(-1) ?? null;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  return all.at((at + (key === on ? 1 : -1)) % all.length) ?? null;
}
