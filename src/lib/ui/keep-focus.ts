/**
 * For a part of a page whose buttons vanish when they are pressed: when the focused button is gone, the focus goes to
 * the element marked `data-home`, or to the summary that folds this part, and not to the top of the page.
 */
export function keepFocus(part: HTMLElement): () => void {
  let last: HTMLElement | null = null;
  const remember = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) last = target;
  };
  // With a `relatedTarget` the person moved the focus; an element that is removed has none.
  const forget = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget) last = null;
  };
  const watching = new MutationObserver(() => {
    if (!last || last.isConnected) return;
    // `focusWhileOpen` gives the focus of a closing form back.
    if (last.closest('[data-opened]')) return;
    last = null;
    if (document.activeElement && document.activeElement !== document.body) return;
    const home = part.querySelector<HTMLElement>('[data-home]') ?? part.closest('details')?.querySelector('summary');
    home?.focus({ preventScroll: true });
  });
  part.addEventListener('focusin', remember);
  part.addEventListener('focusout', forget);
  watching.observe(part, { childList: true, subtree: true });
  return () => {
    part.removeEventListener('focusin', remember);
    part.removeEventListener('focusout', forget);
    watching.disconnect();
  };
}
