import { Milliseconds } from '../figures.ts';
import type { Answer } from '#wire/messages.ts';
import { each } from './forms.ts';
import { fill, openBoard, openConsole, openLine, place as put } from './gathering.ts';
import { floorText } from './floor-text.ts';
import { LOW, PLACES } from './people.ts';
import type { Outcome, Task } from './task.ts';
import { meter } from './usage.ts';

/** A phone that says one command at a time. */
type Speaker = { say(turn: number): Promise<Answer | null>; busy?: boolean; turn?: number };

const WARM_UP_MS = 1_500;
const LAST_ANSWERS_MS = 5_000;
const AT_ONCE = 64;
const BEAT_MS = 4;

/**
 * All phones have placed themselves once. Then they place themselves anew, at a steady rate or as fast as the server
 * answers.
 */
export async function durable(task: Task): Promise<Outcome> {
  const { n, pid, seconds, perSecond, system } = task;
  const [ack, board, late] = [new Milliseconds(), new Milliseconds(), new Milliseconds()];
  const shown: { version: number; at: number }[] = [];
  const { speakers, lost, leave } = await open(task, (version) => {
    while (shown[0] && shown[0].version <= version) board.add(performance.now() - (shown.shift()?.at ?? 0));
  });
  const tally = { asked: 0, answered: 0, accepted: 0, later: 0, busy: 0 };
  let [from, until] = [Infinity, Infinity];

  async function ask(speaker: Speaker): Promise<void> {
    speaker.busy = true;
    const at = performance.now();
    tally.asked += 1;
    const answer = await speaker.say((speaker.turn = (speaker.turn ?? 0) + 1));
    const now = performance.now();
    speaker.busy = false;
    tally.answered += 1;
    const isAccepted = !answer || 'version' in answer;
    if (isAccepted && now >= from && now <= until) tally.accepted += 1;
    if (answer && 'later' in answer) tally.later += 1;
    else if (at >= from && at <= until) {
      ack.add(now - at);
      if (answer && 'version' in answer) shown.push({ version: answer.version, at });
    }
  }

  const began = performance.now();
  let next = 0;
  const beat = () => {
    const now = performance.now();
    if (now >= until) return;
    if (perSecond === undefined) {
      for (const speaker of speakers) if (!speaker.busy) void ask(speaker);
      return;
    }
    for (let due = began + (next * 1000) / perSecond; due <= now; due = began + (next * 1000) / perSecond) {
      const speaker = speakers[next % speakers.length];
      next += 1;
      if (due >= from) late.add(performance.now() - due);
      if (speaker?.busy) tally.busy += 1;
      else if (speaker) void ask(speaker);
    }
  };
  const beating = setInterval(beat, BEAT_MS);
  await pause(WARM_UP_MS);
  from = performance.now();
  const stop = meter(pid);
  await pause(seconds * 1000);
  until = performance.now();
  const used = stop();
  clearInterval(beating);
  const patience = performance.now() + LAST_ANSWERS_MS;
  while (tally.answered < tally.asked && performance.now() < patience) await pause(20);

  leave();
  const more = {
    ...(perSecond === undefined ? {} : { 'offered/s': perSecond }),
    'kept/s': tally.accepted / seconds,
    'put off': tally.later,
    'still busy': tally.busy
  };
  return {
    rows: [
      {
        workload: 'durable',
        system,
        n,
        ack: ack.spread(),
        ...(system === 'plenary' ? { board: board.spread() } : {}),
        ...used,
        lost: tally.asked - tally.answered + lost(),
        lateMs: late.spread()?.p99 ?? 0,
        more
      }
    ]
  };
}

async function open({ place, url, n }: Task, onBoard: (version: number) => void) {
  if (!place) {
    const { phones, lost, leave } = await floorText(url, n);
    const speakers: Speaker[] = phones.map((phone) => ({ say: (turn) => phone.ask(`${turn}`.padStart(FLOOR_BYTES)) }));
    return { speakers, lost, leave };
  }
  const phones = await fill(place, n);
  const board = await openBoard(place);
  const desk = await openConsole(place);
  const line = await openLine(desk);
  desk.leave();
  await each(
    [...phones.entries()],
    AT_ONCE,
    async ([nth, phone]) => void (await put(phone, line, LOW + (nth % PLACES)))
  );
  board.onPatch = (_channel, to) => onBoard(to);
  const { activity, ...spot } = line;
  const speakers: Speaker[] = phones.map((phone, nth) => ({
    say: (turn) => phone.say(activity, 'place', { ...spot, x: LOW + ((nth + turn * 7) % PLACES) })
  }));
  return {
    speakers,
    lost: () => phones.filter(({ lost }) => lost).length,
    leave: () => [board, ...phones].forEach((page) => page.leave())
  };
}

// As long as a command of ours is.
const FLOOR_BYTES = 200;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
