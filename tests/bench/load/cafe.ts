import type { ConsoleView } from '#methods/cafe/views/console.ts';
import type { PersonView } from '#methods/cafe/views/person.ts';
import { Milliseconds } from '../figures.ts';
import { each, newDevice } from './forms.ts';
import { join, accepted, openConsole, until, type Place } from './gathering.ts';
import { Page } from './page.ts';
import type { Outcome, Task } from './task.ts';
import { meter } from './usage.ts';

const AT_ONCE = 24;
const BEAT_MS = 4;
const EVERY_MS = 60_000;
const LAST_ANSWERS_MS = 10_000;
const NOTE = 'What we heard at this table, in one sentence that is worth keeping.';

/**
 * A café in its first round, at tables of five: each person writes a note a minute, evenly spread, and every note must
 * be on the wall.
 */
export async function cafe({ place, n, pid, seconds, system }: Task): Promise<Outcome> {
  if (!place) throw new Error('Only Plenary has a café.');
  const phones: Page[] = [];
  await each(Array.from({ length: n }), AT_ONCE, async () => {
    const { url, gathering } = place;
    phones.push(await new Page({ url, gathering, surface: 'phone', cookie: await join(place), keeps: true }).arrive());
  });
  const { desk, activity } = await openCafe(place);
  const tables = await Promise.all(phones.map((phone) => tableOf(phone, activity)));

  const [ack, late] = [new Milliseconds(), new Milliseconds()];
  const tally = { asked: 0, answered: 0, accepted: 0, busy: 0 };
  const busy = new Set<number>();
  async function write(nth: number): Promise<void> {
    const at = performance.now();
    tally.asked += 1;
    busy.add(nth);
    const about = { table: tables[nth] ?? '', round: 1, kind: 'idea', parent: null, gem: false };
    const note = newDevice().slice(0, ID_LENGTH);
    const answer = await phones[nth]?.say(activity, 'addNote', { card: note, text: NOTE, ...about });
    busy.delete(nth);
    tally.answered += 1;
    if (answer && 'version' in answer) tally.accepted += 1;
    ack.add(performance.now() - at);
  }

  const stop = meter(pid);
  const began = performance.now();
  let next = 0;
  await new Promise<void>((done) => {
    const beating = setInterval(() => {
      const now = performance.now();
      if (now - began >= seconds * 1000) {
        clearInterval(beating);
        return done();
      }
      for (let due = began + (next * EVERY_MS) / n; due <= now; due = began + (next * EVERY_MS) / n) {
        late.add(now - due);
        if (busy.has(next % n)) tally.busy += 1;
        else void write(next % n);
        next += 1;
      }
    }, BEAT_MS);
  });
  const used = stop();
  const patience = performance.now() + LAST_ANSWERS_MS;
  const onWall = () => Object.keys(consoleOf(desk, activity).wall.notes).length;
  while ((tally.answered < tally.asked || onWall() < tally.accepted) && performance.now() < patience)
    await new Promise((resolve) => setTimeout(resolve, 20));

  const lost = tally.asked - tally.answered + (tally.accepted - onWall()) + phones.filter(({ lost }) => lost).length;
  for (const page of [desk, ...phones]) page.leave();
  const more = { notes: tally.accepted, tables: new Set(tables).size, 'still busy': tally.busy };
  return {
    rows: [{ workload: 'cafe', system, n, ack: ack.spread(), ...used, lost, lateMs: late.spread()?.p99 ?? 0, more }]
  };
}

const ID_LENGTH = 16;

async function openCafe(place: Place): Promise<{ desk: Page; activity: string }> {
  const desk = await openConsole(place);
  const settings = {
    questions: ['What is happening here?', 'What can you imagine?', 'How do we get there?'],
    seats: 5
  };
  await accepted(desk, 'gathering', 'addBlock', { method: 'cafe', title: null, settings });
  const [activity = ''] = await until(() => Object.keys(desk.docs.get('console')?.activities ?? {}));
  await accepted(desk, 'gathering', 'turnTo', { activity, from: null });
  await accepted(desk, activity, 'plan', {});
  await until(() => (consoleOf(desk, activity).draft ? ['planned'] : []));
  await accepted(desk, activity, 'seat', {});
  await accepted(desk, activity, 'ask', { anyway: true });
  return { desk, activity };
}

const consoleOf = (desk: Page, activity: string): ConsoleView =>
  desk.docs.get('console')?.activities[activity]?.view as unknown as ConsoleView;

async function tableOf(phone: Page, activity: string): Promise<string> {
  const own = () => [...phone.docs].find(([channel]) => channel.startsWith('person:'))?.[1].activities[activity]?.view;
  const [table = ''] = await until(() =>
    [(own() as PersonView | undefined)?.table ?? ''].filter((found) => found !== '')
  );
  return table;
}
