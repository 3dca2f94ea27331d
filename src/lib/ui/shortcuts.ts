import { isConverting } from './enter-key.ts';
import { isFormOpen } from './opened-form.ts';

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/**
 * Listens for single keys, named by what they write: `b`, `?`, `+`, `ArrowRight`, and `mod+z` for Ctrl or Cmd. Shift is
 * ignored: `+` and `?` need it on one keyboard and not on the next.
 * @returns stops listening.
 */
export function listen(shortcuts: Shortcuts): () => void {
  /** The field that was focused last. If it is removed, the letters that follow were meant for it. */
  let field: Element | null = null;
  const onFocus = ({ target }: FocusEvent) => (field = isField(target) ? target : null);
  const onPress = () => (field = null);
  const onKeydown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.altKey || isConverting(event)) return;
    const isCombined = event.ctrlKey || event.metaKey;
    if (isTyping(event.target, isCombined) || (isNowhere(event.target) && field?.isConnected === false)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const name = isCombined ? `mod+${key}` : key;
    const act = Object.hasOwn(shortcuts, name) ? shortcuts[name] : undefined;
    if (!act || (isPressing(event.target) && (key === ' ' || key === 'Enter'))) return;
    event.preventDefault();
    act(event);
  };
  window.addEventListener('keydown', onKeydown);
  window.addEventListener('focusin', onFocus);
  window.addEventListener('pointerdown', onPress);
  return () => {
    window.removeEventListener('keydown', onKeydown);
    window.removeEventListener('focusin', onFocus);
    window.removeEventListener('pointerdown', onPress);
  };
}

/**
 * Whether a letter may be text: in a field, in any open dialog, in a form that a press opened, or anywhere while such a
 * form is open and nothing has the focus. A box to tick takes no combination of keys: undo is heard on it.
 */
function isTyping(target: EventTarget | null, isCombined: boolean): boolean {
  if (document.querySelector('dialog[open]')) return true;
  if (isField(target)) return !(isCombined && target.matches("[type='checkbox'], [type='radio']"));
  if (isNowhere(target)) return isFormOpen();
  return target instanceof Element && target.closest('[data-opened]') !== null;
}

/** Whether a person types, chooses or moves something here. */
export const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="slider"], [role="textbox"]'));

const isNowhere = (target: EventTarget | null): boolean =>
  !(target instanceof Element) || target === document.body || target === document.documentElement;

const isPressing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary, [role="button"]') !== null;
