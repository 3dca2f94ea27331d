/**
 * Scrolls a page to its top and focuses its heading, because another scene is on now. While the person is typing it
 * does nothing, unless the scene is `urgent`: they would lose sight of their words. Returns whether it scrolled.
 */
export function beginAtTop(heading: HTMLElement | null, urgent = false): boolean {
  const writing = document.activeElement?.matches('input:not([type=range]), textarea') === true;
  if (writing && !urgent) return false;
  heading?.focus({ preventScroll: true });
  // At once: during a smooth scroll a finger would hit whatever passes under it.
  window.scrollTo({ top: 0, behavior: 'instant' });
  return true;
}
