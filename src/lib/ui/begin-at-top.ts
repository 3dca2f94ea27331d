/**
 * For a page on which something else is on now: it begins at its top, and at its heading for whoever hears it. Not
 * while somebody writes, who would lose sight of their words, unless it is `urgent`. Answers whether it began.
 */
export function beginAtTop(heading: HTMLElement | null, urgent = false): boolean {
  const writing = document.activeElement?.matches('input:not([type=range]), textarea') === true;
  if (writing && !urgent) return false;
  heading?.focus({ preventScroll: true });
  // Never gliding: meanwhile a finger would meet what is on its way.
  window.scrollTo({ top: 0, behavior: 'instant' });
  return true;
}
