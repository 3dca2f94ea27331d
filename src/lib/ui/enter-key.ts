/**
 * A key that belongs to a conversion (Japanese, Chinese, Korean …) and not to the page. Chromium and Firefox say so on
 * the event. Safari ends the composition before it tells of the key that ended it, and only the old code 229 is left.
 */
export const isConverting = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/**
 * Enter that means “send”: not the one that takes a converted word, and not the one with Shift that begins a new line.
 */
export const isSending = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.shiftKey && !isConverting(event);
