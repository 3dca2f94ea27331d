import { Milliseconds } from '../figures.ts';
import { ask } from './forms.ts';
import { join, openBoard, phoneOf, type Place } from './gathering.ts';
import type { Page } from './page.ts';
import { watchStall } from './event-loop-stall.ts';
import type { Outcome, Task } from './task.ts';
import { meter, residentKib } from './usage.ts';

const HERE_WITHIN_MS = 90_000;

/**
 * All people scan the code within some seconds. Measures from the press on the button of the form until the phone shows
 * the gathering.
 */
export async function joinStorm({ n, pid, seconds, pages, place, system }: Task): Promise<Outcome> {
  if (!place) throw new Error('A joinStorm needs doors.');
  const board = await openBoard(place);
  const emptyKib = residentKib(pid);
  const stall = watchStall(board);
  const [joined, late] = [new Milliseconds(), new Milliseconds()];
  const phones: Page[] = [];
  const failures = new Map<string, number>();
  const stop = meter(pid);
  const began = performance.now();

  await within(
    HERE_WITHIN_MS,
    Promise.all(
      Array.from({ length: n }, async (_, nth) => {
        const due = began + (nth * seconds * 1000) / n;
        await pause(due - performance.now());
        late.add(performance.now() - due);
        try {
          const at = performance.now();
          phones.push(await comeIn(place, pages ?? false));
          joined.add(performance.now() - at);
        } catch (error) {
          const why = error instanceof Error ? error.message : String(error);
          failures.set(why, (failures.get(why) ?? 0) + 1);
        }
      })
    )
  );
  const hereAfter = (performance.now() - began) / 1000;
  const used = stop();
  const stalledMs = stall.stop();
  const fullKib = residentKib(pid);
  for (const [why, times] of failures) console.log(`${times} × ${why}`);
  for (const page of [board, ...phones]) page.leave();
  return {
    rows: [
      {
        workload: 'storm',
        system,
        n,
        phone: joined.spread(),
        ...used,
        kibPerPhone: emptyKib === null || fullKib === null ? null : (fullKib - emptyKib) / n,
        lost: n - phones.length + phones.filter(({ lost }) => lost).length,
        lateMs: late.spread()?.p99 ?? 0,
        more: {
          'within s': seconds,
          pages: pages ? 1 : 0,
          'all here after s': hereAfter,
          'longest stall ms': stalledMs
        }
      }
    ]
  };
}

async function comeIn(place: Place, pages: boolean): Promise<Page> {
  if (pages) await ask(new URL(`/${place.code}`, place.url));
  const cookie = await join(place);
  if (pages) await ask(new URL(`/g/${place.gathering}`, place.url), { cookie });
  return phoneOf(place, cookie).arrive();
}

async function within(ms: number, all: Promise<unknown>): Promise<void> {
  let bell: NodeJS.Timeout | undefined;
  await Promise.race([all, new Promise((resolve) => (bell = setTimeout(resolve, ms)))]);
  clearTimeout(bell);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
