/**
 * For a part of a page whose buttons come and go with what they do: when the one that was pressed is gone, the focus
 * goes to what is marked `data-home`, or to the heading that folds this part, and not to the top of the page.
 */
export function keepFocus(part: HTMLElement): () => void {
  let last: HTMLElement | null = null;
  const remember = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) last = target;
  };
  // Somewhere else on purpose. What is taken away while it has the focus gives it to nothing.
  const forget = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget) last = null;
  };
  const watching = new MutationObserver(() => {
    if (!last || last.isConnected) return;
    // A form that closes gives the focus back by itself.
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
