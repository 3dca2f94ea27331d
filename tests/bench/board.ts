import { openBuiltPage } from './built-page.ts';
import type { Asked } from './board/wall.ts';

/**
 * How a board draws a large room: `node tests/bench/board.ts [people] [seconds]`. Prints, in milliseconds, the time of
 * a layout, the time until a new placement is drawn, and the time of a frame while a tenth of the people, and then all
 * people, move twenty times a second.
 */
const people = Number(process.argv[2] ?? 3000);
const seconds = Number(process.argv[3] ?? 5);

type Frames = { between: number[]; work: number[] };

const { browser, page } = await openBuiltPage('board', { width: 1920, height: 1080 });
page.on('pageerror', (error) => console.error(error.message));
try {
  const layout = await page.evaluate(layouts, people);
  await page.evaluate(settle, { people });
  const { result: placing, threadMs } = await onThread(() => page.evaluate(placings));
  const tenth = await counted(0.1);
  const all = await counted(1);
  const idle = await page.evaluate(resting);
  console.log(`${people} people, Chromium ${browser.version()}, 1920 × 1080`);
  console.log(`layout            p50 ${ms(layout, 0.5)}  p95 ${ms(layout, 0.95)}   (goal: under 4)`);
  console.log(
    `one placed        p50 ${ms(placing, 0.5)}  p95 ${ms(placing, 0.95)}   until everything knows; ${(threadMs / placing.length).toFixed(2)} on the thread's own clock`
  );
  console.log(
    '                  script per frame (goal: under 16) | frames a second, ms between them | main thread per frame, as its own clock counts'
  );
  report('a tenth moves', tenth);
  report('all move', all);
  console.log(`nobody moves      ${idle} frames asked for in a second`);
} finally {
  await browser.close();
}

/**
 * What the main thread does meanwhile. Its own clock stands still while other programs run: it tells what a frame costs
 * on a machine that is busy, too.
 */
async function onThread<Result>(work: () => Promise<Result>): Promise<{ result: Result; threadMs: number }> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await protocol.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const before = await spent();
  const result = await work();
  const threadMs = (await spent()) - before;
  await protocol.detach();
  return { result, threadMs };
}

async function counted(share: number): Promise<Frames & { threadMs: number }> {
  await page.evaluate(settle, { people });
  const { result, threadMs } = await onThread(() => page.evaluate(moving, { people, seconds, share }));
  return { ...result, threadMs: threadMs / result.between.length };
}

function report(name: string, { between, work, threadMs }: Frames & { threadMs: number }) {
  const perSecond = (1000 * between.length) / between.reduce((sum, one) => sum + one, 0);
  console.log(
    `${name.padEnd(17)} p50 ${ms(work, 0.5)}  p95 ${ms(work, 0.95)} | ` +
      `${perSecond.toFixed(1)}, p50 ${ms(between, 0.5)}  p95 ${ms(between, 0.95)} | ${threadMs.toFixed(2)}`
  );
}

function ms(measured: readonly number[], share: number): string {
  const sorted = [...measured].sort((one, other) => one - other);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(2).padStart(6);
}

/** Runs in the page: the time to lay out all people, moving fingers included. */
function layouts(people: number): number[] {
  const { layOut, peopleOf, withMoving } = (window as unknown as { asked: Asked }).asked;
  const at = (dot: number) => Math.round(500 + 480 * Math.sin(dot) * Math.cos(dot * 1.7));
  const dots = Object.fromEntries(Array.from({ length: people }, (_, dot) => [dot + 1, { x: at(dot), order: dot }]));
  const room = peopleOf(dots);
  return Array.from({ length: 60 }, (_, run) => {
    const fingers = new Map(Array.from({ length: people / 10 }, (_, dot) => [dot * 10 + 1, at(dot + run)]));
    const begun = performance.now();
    layOut(withMoving(room, fingers), { width: 1498, height: 420 });
    return performance.now() - begun;
  });
}

/** In the page: from a change of the document to the last effect of it. */
function placings(): number[] {
  const { wall, flushSync } = (window as unknown as { asked: Asked }).asked;
  return Array.from({ length: 40 }, (_, nth) => {
    const begun = performance.now();
    wall.place(nth + 1, nth * 25, 10_000 + nth);
    flushSync();
    return performance.now() - begun;
  });
}

/** In the page: a full room that has come to rest. */
async function settle({ people }: { people: number }): Promise<void> {
  const { wall, scenes } = (window as unknown as { asked: Asked }).asked;
  const view = scenes['three-thousand']?.();
  if (!view?.picture) throw new Error('The scene is gone.');
  const dots = Object.fromEntries(
    Array.from({ length: people }, (_, dot) => [dot + 1, { x: (dot * 389) % 1001, order: dot + 1 }])
  );
  wall.show({ ...view, picture: { ...view.picture, dots } });
  await new Promise((resolve) => setTimeout(resolve, 4000));
}

/** In the page: frames while this share of the room moves, heard twenty times a second. */
async function moving({ people, seconds, share }: { people: number; seconds: number; share: number }): Promise<Frames> {
  const { wall } = (window as unknown as { asked: Asked }).asked;
  const fingers = new Map<number, number>();
  let heard = 0;
  const hear = () => {
    heard += 1;
    for (let dot = 1; dot <= people * share; dot += 1)
      fingers.set(dot, Math.round(500 + 500 * Math.sin(dot * 1.3 + heard / 12)));
    wall.move({ topic: 1, dots: fingers, shape: null });
  };
  const frames: Frames = { between: [], work: [] };
  // Everything that a wall does for a frame happens in callbacks of this one function, and in what hears fingers.
  const original = window.requestAnimationFrame;
  let spent = 0;
  window.requestAnimationFrame = (callback) =>
    original((time) => {
      const begun = performance.now();
      callback(time);
      spent += performance.now() - begun;
    });
  const timer = setInterval(() => {
    const begun = performance.now();
    hear();
    queueMicrotask(() => queueMicrotask(() => (spent += performance.now() - begun)));
  }, 50);
  await new Promise<void>((resolve) => {
    let before = performance.now();
    const begun = before;
    const count = () => {
      const now = performance.now();
      frames.between.push(now - before);
      frames.work.push(spent);
      spent = 0;
      before = now;
      if (now - begun < seconds * 1000) original(count);
      else resolve();
    };
    original(count);
  });
  clearInterval(timer);
  window.requestAnimationFrame = original;
  wall.move(null);
  return frames;
}

/** In the page: frames that are asked for while nothing happens. */
async function resting(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 4000));
  let asked = 0;
  const original = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) => {
    asked += 1;
    return original(callback);
  };
  await new Promise((resolve) => setTimeout(resolve, 1000));
  window.requestAnimationFrame = original;
  return asked;
}
