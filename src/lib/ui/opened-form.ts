import { tick } from 'svelte';
import { lastPressed } from './last-pressed.ts';

const FIELD = ":is(input:not([type='hidden']), textarea, select):not(:disabled)";

/**
 * For a form, or a list to choose from, that a press opens: the form takes the focus, and gives it back to its opener
 * when it closes. While the form is open, shortcuts act only where a person has moved the focus out of it.
 */
export function focusWhileOpen(part: HTMLElement): () => void {
  const opener = lastPressed();
  const name = opener && nameOf(opener);
  // Of a button that is called otherwise once the form has been sent: what it opens.
  const opens = opener instanceof HTMLElement ? opener.dataset['opens'] : undefined;
  const around = part.parentElement;
  part.dataset['opened'] = '';
  if (!part.contains(document.activeElement))
    (firstField(part) ?? part.querySelector<HTMLElement>('button:not(:disabled)'))?.focus();
  return () => {
    void tick().then(() => {
      // A person who moved the focus elsewhere meanwhile keeps it there.
      if (!isNowhere()) return;
      const back = opener?.isConnected
        ? opener
        : opens === undefined
          ? [...(around?.querySelectorAll('button') ?? [])].find((one) => nameOf(one) === name)
          : document.querySelector(`button[data-opens="${CSS.escape(opens)}"]`);
      // The opener may stand in a part that is folded now.
      const fold = back?.closest('details:not([open])')?.querySelector('summary');
      const home = fold ?? back ?? around?.closest('section')?.querySelector('[data-home]');
      if (home instanceof HTMLElement) home.focus({ preventScroll: true });
    });
  };
}

/** The first field of a part; of a group of choices the one that is chosen. */
export function firstField(part: HTMLElement): HTMLElement | null {
  const first = part.querySelector<HTMLElement>(FIELD);
  const chosen = first?.matches("[type='radio']") ? part.querySelector<HTMLElement>("[type='radio']:checked") : null;
  return chosen ?? first;
}

/**
 * Whether a form is open: letters typed while nothing has the focus may have been meant for it. One in a tab that is
 * not shown waits for nothing.
 */
export const isFormOpen = (): boolean =>
  [...document.querySelectorAll('[data-opened]')].some((form) => form.getClientRects().length > 0);

const isNowhere = (): boolean =>
  document.activeElement === null ||
  document.activeElement === document.body ||
  document.activeElement === document.documentElement;

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent.trim();
