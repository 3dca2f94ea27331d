import { Milliseconds } from '../figures.ts';
import { each } from './forms.ts';
import { floorText } from './floor-text.ts';
import { fill, accepted, openConsole, openLine, place as put } from './gathering.ts';
import { LOW, PLACES } from './people.ts';
import type { Outcome, Task } from './task.ts';
import { meter } from './usage.ts';

const ACTIONS = 10;
const GAP_MS = 600;
const INFORMED_WITHIN_MS = 10_000;
const AT_ONCE = 64;

/** Those who lead do one thing, ten times; measured is when each phone knows. */
export async function stage(task: Task): Promise<Outcome> {
  const { n, pid, system } = task;
  const [phone, ack, all] = [new Milliseconds(), new Milliseconds(), new Milliseconds()];
  let at = 0;
  let informed = 0;
  const connected = await open(task, () => {
    informed += 1;
    phone.add(performance.now() - at);
    if (informed === n) all.add(performance.now() - at);
  });
  await pause(GAP_MS);
  let missed = 0;
  const stop = meter(pid);
  const began = performance.now();
  for (let action = 0; action < ACTIONS; action += 1) {
    informed = 0;
    at = performance.now();
    await connected.act(action);
    ack.add(performance.now() - at);
    const patience = at + INFORMED_WITHIN_MS;
    while (informed < n && performance.now() < patience) await pause(2);
    missed += n - Math.min(informed, n);
    await pause(GAP_MS);
  }
  const used = stop();
  const seconds = (performance.now() - began) / 1000;
  connected.leave();
  const everybody = all.spread();
  const more = {
    'all informed ms p50': everybody?.p50 ?? NaN,
    'all informed ms worst': everybody?.most ?? NaN,
    'cpu ms per action': used.cpu === null ? NaN : (used.cpu * seconds * 1000) / ACTIONS
  };
  return {
    rows: [
      {
        workload: 'stage',
        system,
        n,
        waited: used.waited,
        phone: phone.spread(),
        ack: ack.spread(),
        lost: missed + connected.lost(),
        more
      }
    ]
  };
}

async function open({ place, url, n }: Task, told: () => void) {
  if (!place) {
    const { phones, lost, leave } = await floorText(url, n);
    for (const phone of phones) phone.onText = told;
    return { act: async () => phones[0]?.tell(`!${'x'.repeat(FLOOR_BYTES)}`), lost, leave };
  }
  const phones = await fill(place, n);
  const desk = await openConsole(place);
  const line = await openLine(desk);
  await each(
    [...phones.entries()],
    AT_ONCE,
    async ([nth, phone]) => void (await put(phone, line, LOW + (nth % PLACES)))
  );
  await pause(GAP_MS);
  for (const phone of phones) phone.onPatch = (channel) => channel === 'all' && told();
  const { activity, statement } = line;
  return {
    act: (turn: number) => accepted(desk, activity, turn % 2 === 0 ? 'lock' : 'reopen', { statement }),
    lost: () => phones.filter(({ lost }) => lost).length,
    leave: () => [desk, ...phones].forEach((page) => page.leave())
  };
}

// As long as our patch of a stage is.
const FLOOR_BYTES = 160;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
