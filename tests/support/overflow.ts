/**
 * Returns what does not fit on the open page: a page that scrolls sideways, letters or controls that are cut off or out
 * of reach, letters over letters, and ordinary words that are broken. The function needs nothing from outside, so that
 * Playwright can run it in a page, too.
 */
export function findOverflow(): string[] {
  const SLACK = 1.5;
  /** Of the height of a line, above and below its letters: boxes of lines that are set closely lap over each other. */
  const AIR = 0.22;
  /** Up to so many letters a word is one that a line must hold. */
  const ORDINARY = 11;
  const found = new Set<string>();
  const wide = document.documentElement.scrollWidth;
  if (wide > window.innerWidth) found.add(`the page scrolls sideways, ${wide} of ${window.innerWidth}`);

  type Box = { left: number; right: number; top: number; bottom: number };
  const EVERYWHERE: Box = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  const common = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom)
  });
  const isOutside = (box: Box, bounds: Box, air: number) =>
    box.left < bounds.left - SLACK ||
    box.right > bounds.right + SLACK ||
    box.top < bounds.top - air ||
    box.bottom > bounds.bottom + air;
  /** Asked many times of the same elements. */
  function once<Answer>(ask: (element: Element) => Answer): (element: Element) => Answer {
    const known = new Map<Element, Answer>();
    return (element) => {
      const answer = known.get(element) ?? ask(element);
      known.set(element, answer);
      return answer;
    };
  }
  const said = (words: string | null) => JSON.stringify((words ?? '').trim().replace(/\s+/g, ' ').slice(0, 40));
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.visually-hidden, dialog:not([open])');

  /**
   * What is left of the page for this element, within everything around it that cuts: what scrolls or is paged does
   * not.
   */
  const boundsOf = once((element: Element): Box => {
    const around = element.parentElement;
    if (!around) return { ...EVERYWHERE, left: 0, right: window.innerWidth };
    const { overflowX, overflowY, position } = getComputedStyle(around);
    const paged = around.matches('.frame') && around.firstElementChild?.matches('.text');
    if (paged || /auto|scroll/.test(overflowX)) return EVERYWHERE;
    const bounds = position === 'fixed' ? { ...EVERYWHERE, left: 0, right: window.innerWidth } : boundsOf(around);
    return /hidden|clip/.test(overflowX + overflowY) ? common(bounds, around.getBoundingClientRect()) : bounds;
  });

  /** What is seen of a line just now: the rest has been scrolled or turned away. */
  const viewOf = once((of: Element): Box => {
    const around = of.parentElement ? viewOf(of.parentElement) : EVERYWHERE;
    return getComputedStyle(of).overflowX === 'visible' ? around : common(around, of.getBoundingClientRect());
  });

  /** What stays while the page scrolls lies over the rest, and is meant to. */
  const layerOf = once((of: Element): Element => {
    if (!of.parentElement || /sticky|fixed/.test(getComputedStyle(of).position)) return of;
    return layerOf(of.parentElement);
  });

  const lines: { seen: Box; of: Element; words: string }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const of = node.parentElement;
    const words = node.textContent ?? '';
    if (!of || words.trim() === '' || !isShown(of)) continue;
    if (of.closest('script, style, noscript, option, title, desc, metadata, pattern')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const drawing = of.closest('svg');
    const bounds = boundsOf(drawing ?? of);
    for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
      if (width === 0 || height === 0) continue;
      const letters = { left, right, top: top + AIR * height, bottom: bottom - AIR * height };
      if (isOutside(letters, bounds, SLACK)) found.add(`cut: ${said(words)}`);
      lines.push({ seen: common(letters, viewOf(drawing?.parentElement ?? of)), of, words });
    }
    for (const { 0: word, index } of words.matchAll(/(?<![^\s“(])\p{Script=Latin}+(?![^\s.,:;!?”)])/gu)) {
      if (word.length > ORDINARY) continue;
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top));
      if (new Set(tops).size > 1) found.add(`broken: ${word} in ${said(words)}`);
    }
  }

  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1)) {
      if (one.of === other.of || layerOf(one.of) !== layerOf(other.of)) continue;
      const { left, right, top, bottom } = common(one.seen, other.seen);
      if (right - left > SLACK && bottom - top > SLACK) found.add(`${said(one.words)} over ${said(other.words)}`);
    }

  for (const control of document.querySelectorAll('button, a[href], input, select, textarea, summary')) {
    const box = control.getBoundingClientRect();
    if (!isShown(control) || box.width === 0) continue;
    const name = control.textContent || control.getAttribute('aria-label');
    if (isOutside(box, boundsOf(control), SLACK)) found.add(`out of reach: ${control.localName} ${said(name)}`);
  }
  return [...found];
}
