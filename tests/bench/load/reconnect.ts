import { Milliseconds } from '../figures.ts';
import { fill, openBoard, openConsole, openLine } from './gathering.ts';
import type { Page } from './page.ts';
import { watchStall } from './event-loop-stall.ts';
import type { Outcome, Task } from './task.ts';
import { meter } from './usage.ts';

// As our pages do it: see src/lib/live/live-connection.ts.
const REDIAL_FIRST_MS = 400;
const REDIAL_MOST_MS = 5_000;
const SPREAD = 0.8;
const BACK_WITHIN_MS = 60_000;

/** All phones lose the network in one instant, and have it back at once. */
export async function reconnect({ n, pid, place, system }: Task): Promise<Outcome> {
  if (!place) throw new Error('Coming back needs a place.');
  const phones = await fill(place, n);
  const board = await openBoard(place);
  const desk = await openConsole(place);
  await openLine(desk);
  desk.leave();
  const stall = watchStall(board);
  const back = new Milliseconds();
  const stop = meter(pid);
  const cutAt = performance.now();
  for (const phone of phones) phone.leave();
  const came = await Promise.all(phones.map((phone) => comeBack(phone, cutAt, back)));
  const seconds = (performance.now() - cutAt) / 1000;
  const used = stop();
  const stalledMs = stall.stop();
  for (const page of [board, ...phones]) page.leave();
  const spread = back.spread();
  return {
    rows: [
      {
        workload: 'reconnect',
        system,
        n,
        phone: spread,
        ...used,
        lost: came.filter((yes) => !yes).length,
        more: { 'all back after s': seconds, 'longest stall ms': stalledMs }
      }
    ]
  };
}

async function comeBack(phone: Page, cutAt: number, back: Milliseconds): Promise<boolean> {
  for (let turn = 0; performance.now() - cutAt < BACK_WITHIN_MS; turn += 1) {
    const delay = Math.min(REDIAL_FIRST_MS * 2 ** turn, REDIAL_MOST_MS);
    await new Promise((resolve) => setTimeout(resolve, delay * (1 - SPREAD + 2 * SPREAD * Math.random())));
    try {
      await phone.arrive();
      back.add(performance.now() - cutAt);
      return true;
    } catch {
      // Dials again, later.
    }
  }
  return false;
}
