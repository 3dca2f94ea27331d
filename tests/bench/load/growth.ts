import { Milliseconds } from '../figures.ts';
import { join, accepted, openBoard, openConsole, openLine, phoneOf, place as put, type Line } from './gathering.ts';
import { LOW, PLACES } from './people.ts';
import type { Outcome, Task } from './task.ts';
import { meter, type Used } from './usage.ts';

const COMMANDS = 60;
const GAP_MS = 110;

/** Opens a line with some people on it, for a gathering that is then made to grow. */
export async function prepareLine({ place, n }: Task): Promise<Outcome> {
  if (!place) throw new Error('A line needs a place.');
  const desk = await openConsole(place);
  const line = await openLine(desk);
  const cookies: string[] = [];
  for (let person = 0; person < n; person += 1) {
    const cookie = await join(place);
    const phone = await phoneOf(place, cookie).arrive();
    await put(phone, line, LOW + person);
    phone.leave();
    cookies.push(cookie);
  }
  desk.leave();
  return { rows: [], cookies, line };
}

/** One command after the other, by one person after the other, with a board that looks on. `n` is told, not made. */
export async function growth({ place, n, pid, line, cookies = [], system }: Task): Promise<Outcome> {
  if (!place || !line) throw new Error('Growth needs a line.');
  const board = await openBoard(place);
  const phones = await Promise.all(cookies.slice(0, 10).map((cookie) => phoneOf(place, cookie).arrive()));
  const ack = new Milliseconds();
  const { activity, ...spot } = line as Line;
  let stop: (() => Used) | null = null;
  let began = 0;
  for (let turn = 0; turn < COMMANDS; turn += 1) {
    // The first ones warm the code up.
    if (turn === COMMANDS / 4) [stop, began] = [meter(pid), performance.now()];
    const phone = phones[turn % phones.length];
    if (!phone) continue;
    const at = performance.now();
    await accepted(phone, activity, 'place', { ...spot, x: LOW + ((turn * 37) % PLACES) });
    if (turn >= COMMANDS / 4) ack.add(performance.now() - at);
    await new Promise((resolve) => setTimeout(resolve, GAP_MS));
  }
  const seconds = (performance.now() - began) / 1000;
  const used = stop?.() ?? { cpu: null, waited: null };
  for (const page of [board, ...phones]) page.leave();
  const cpuMs = used.cpu === null ? NaN : (used.cpu * seconds * 1000) / (COMMANDS * 0.75);
  const more = { 'cpu ms per command': cpuMs };
  return { rows: [{ workload: 'growth', system, n, ack: ack.spread(), waited: used.waited, more }] };
}
