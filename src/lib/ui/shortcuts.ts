export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/**
 * Single keys for somebody who leads, by what they write: `b`, `?`, `+`, `ArrowRight`, and `mod+z` for Ctrl or Cmd.
 * Shift is never asked for: `+` and `?` need it on one keyboard and not on the next.
 * @returns what ends them.
 */
export function listen(shortcuts: Shortcuts): () => void {
  const onKeydown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.altKey || isTyping(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const name = event.ctrlKey || event.metaKey ? `mod+${key}` : key;
    const act = Object.hasOwn(shortcuts, name) ? shortcuts[name] : undefined;
    if (!act || (isPressing(event.target) && (key === ' ' || key === 'Enter'))) return;
    event.preventDefault();
    act(event);
  };
  window.addEventListener('keydown', onKeydown);
  return () => window.removeEventListener('keydown', onKeydown);
}

/** Anywhere a letter means a letter, and in any open dialog. */
function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="slider"], [role="textbox"]');
}

const isPressing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary, [role="button"]') !== null;
