import { tick } from 'svelte';

const FIELD = ":is(input:not([type='hidden']), textarea, select):not(:disabled)";

/**
 * What was pressed last. Not what has the focus: a button that makes way for its form has lost it, and Safari never
 * gives it one.
 */
let pressed: Element | null = null;
if (typeof document !== 'undefined') {
  document.addEventListener(
    'click',
    ({ target }) => {
      pressed = target instanceof Element ? target.closest('button, summary, a') : null;
    },
    { capture: true }
  );
}

/**
 * For a form, or a list to choose from, that a press opens: it takes the focus, and gives it back to what opened it
 * when it closes. While it is open, single keys act only where the focus is elsewhere on purpose.
 */
export function focusWhileOpen(part: HTMLElement): () => void {
  const opener = pressed;
  const name = opener && nameOf(opener);
  const around = part.parentElement;
  part.dataset['opened'] = '';
  if (!part.contains(document.activeElement))
    (firstField(part) ?? part.querySelector<HTMLElement>('button:not(:disabled)'))?.focus();
  return () => {
    void tick().then(() => {
      // Somebody who went on elsewhere is left there.
      if (!isNowhere()) return;
      const back = opener?.isConnected
        ? opener
        : [...(around?.querySelectorAll('button') ?? [])].find((one) => nameOf(one) === name);
      // What stands there anew may be folded away.
      const fold = back?.closest('details:not([open])')?.querySelector('summary');
      const home = fold ?? back ?? around?.closest('section')?.querySelector('[data-home]');
      if (home instanceof HTMLElement) home.focus({ preventScroll: true });
    });
  };
}

/** Whether the last press was on a button of this part, also when that is gone by now. */
export const wasPressedIn = (part: Element): boolean => pressed !== null && part.contains(pressed);

/** The first field of a part; of a group of choices the one that is chosen. */
export function firstField(part: HTMLElement): HTMLElement | null {
  const first = part.querySelector<HTMLElement>(FIELD);
  const chosen = first?.matches("[type='radio']") ? part.querySelector<HTMLElement>("[type='radio']:checked") : null;
  return chosen ?? first;
}

/** Whether a form is open in which letters that go nowhere now may have been meant. */
export const isFormOpen = (): boolean => document.querySelector('[data-opened]') !== null;

const isNowhere = (): boolean =>
  document.activeElement === null ||
  document.activeElement === document.body ||
  document.activeElement === document.documentElement;

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent.trim();
