/**
 * How large the question is drawn, and everything else: the question gives way first, then all of the scene together.
 */
type Step = { readonly asked: number; readonly all: number };
const ASKED = [1, 0.85, 0.72, 0.62];
const ALL = [0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4];
const SMALLEST_ASKED = ASKED.at(-1) ?? 1;
const STEPS: readonly Step[] = [
  ...ASKED.map((asked) => ({ asked, all: 1 })),
  ...ALL.map((all) => ({ asked: SMALLEST_ASKED, all }))
];

/** Of the height of the scene: what is rounded on the way. */
const TOLERANCE = 0.01;
/** A clock that counts changes fewer letters than this, and must not make the wall breathe. */
const OTHER_WORDS = 8;

/**
 * The board never cuts what the room talks about: words get smaller, step by step, until all words fit. Measures again
 * when words change, when the size of the board changes, and when its font has loaded.
 */
export function shrinkToFit(scene: HTMLElement): () => void {
  let at = 0;
  let letters = -1;

  function draw(step: number) {
    at = step;
    const { asked, all } = STEPS[step] ?? { asked: 1, all: 1 };
    scene.style.setProperty('--asked', `${asked}`);
    scene.style.setProperty('--all', `${all}`);
  }

  function fit() {
    const now = (scene.textContent ?? '').length;
    if (Math.abs(now - letters) >= OTHER_WORDS) draw(0);
    letters = now;
    if (!overflows(scene)) return;
    // Halving what is left asks the page four times at most: each step lays the whole scene out anew.
    let [over, fits] = [at, STEPS.length - 1];
    while (fits - over > 1) {
      const middle = Math.floor((over + fits) / 2);
      draw(middle);
      if (overflows(scene)) over = middle;
      else fits = middle;
    }
    draw(fits);
  }

  function fitAnew() {
    letters = -1;
    fit();
  }

  const reading = new MutationObserver((changes) => {
    // Dots come and go all the time, and take no room from words.
    if (changes.some(({ target }) => !(target instanceof Element ? target : target.parentElement)?.closest('svg')))
      fit();
  });
  reading.observe(scene, { childList: true, characterData: true, subtree: true });
  const watching = new ResizeObserver(fitAnew);
  watching.observe(scene);
  document.fonts.addEventListener('loadingdone', fitAnew);
  fit();
  return () => {
    reading.disconnect();
    watching.disconnect();
    document.fonts.removeEventListener('loadingdone', fitAnew);
  };
}

/**
 * Whether anything stands out of what it is laid out in. Boxes are compared and not letters: those of closely set lines
 * are higher than their lines. What is placed by hand or turned page by page is left to those who do it.
 */
function overflows(scene: HTMLElement): boolean {
  const within = scene.getBoundingClientRect();
  const slack = within.height * TOLERANCE;
  const isOver = (box: DOMRect, room: DOMRect) =>
    box.bottom > room.bottom + slack ||
    box.top < room.top - slack ||
    box.right > room.right + slack ||
    box.left < room.left - slack;
  const look = (around: Element, room: DOMRect): boolean =>
    [...around.children].some((part) => {
      if (part instanceof SVGElement) return false;
      const { display, overflowX, position } = getComputedStyle(part);
      if (display === 'none' || display === 'inline' || position === 'absolute') return false;
      if (display === 'contents') return look(part, room);
      const box = part.getBoundingClientRect();
      return isOver(box, room) || (overflowX === 'visible' && look(part, box));
    });
  return within.height > 0 && look(scene, within);
}
