import { setTimeout as pause } from 'node:timers/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openHost } from '#gathering/host.ts';
import {
  ana,
  countedPorts,
  CONVENING,
  device,
  firstBlock,
  phone,
  rules,
  spectrogramBlock
} from '../../support/test-host.ts';
import { Milliseconds, type Spread } from '../figures.ts';
import type { Format } from '../../../src/routes/commons/edition-file.ts';
import { bytesOf } from './formats.ts';
import type { House } from './house.ts';

const PEOPLE = 60;
/** Each person moves twice a second. */
const EVERY_MS = 500;
const FORMATS: Format[] = ['docx', 'xlsx', 'zip', 'md', 'csv', 'json'];

/** How long commands wait for their answer, and how late the loop was, while files are made and while none is. */
export type UndisturbedRow = {
  during: string;
  commands: Spread | null;
  loopP99: number;
  loopMost: number;
  peakMB: number;
};

export async function undisturbed(
  house: House,
  slug: string,
  withPhotos: string,
  seconds: number
): Promise<UndisturbedRow[]> {
  const room = await busyRoom(house);
  const quiet = await measured('nothing else', room, () => pause(seconds * 1000));
  const files = await measured('every format, one after the other', room, async () => {
    for (const until = performance.now() + seconds * 1000; performance.now() < until;)
      for (const format of FORMATS) await bytesOf(house, slug, format);
  });
  const archives = await measured('archives with 100 photos, three at once', room, async () => {
    await Promise.all([1, 2, 3].map(() => bytesOf(house, withPhotos, 'zip')));
  });
  await room.close();
  return [quiet, files, archives];
}

type Room = Awaited<ReturnType<typeof busyRoom>>;

/** A spectrogram in which everybody goes on moving, in the same process and store. */
async function busyRoom({ stores }: House) {
  const host = await openHost('gathering:busy', countedPorts(stores), rules);
  const leads = device(() => host, ana);
  await leads('convene', CONVENING);
  await leads('addBlock', spectrogramBlock());
  const activity = firstBlock(host);
  await leads('turnTo', { activity, from: null });
  const [begins] = rules.methods['spectrogram']!.next(host.ledger().activities[activity]?.state);
  await leads(begins!.command, begins!.input, activity);
  const { statement } = begins!.input as { statement: string };
  const people = Array.from({ length: PEOPLE }, (_, nth) => device(() => host, phone(`p${nth}`)));
  for (const say of people) await say('join', { name: null, rehearsed: false });
  let turn = 0;
  return {
    async move(): Promise<void> {
      const say = people[(turn += 1) % PEOPLE]!;
      await say('place', { statement, version: 1, round: 1, x: (turn * 37) % 1000 }, activity);
    },
    close: () => host.close()
  };
}

async function measured(during: string, room: Room, work: () => Promise<unknown>): Promise<UndisturbedRow> {
  const waits = new Milliseconds();
  const loop = monitorEventLoopDelay({ resolution: 1 });
  let peak = 0;
  let done = false;
  const moves = (async () => {
    while (!done) {
      const began = performance.now();
      await room.move();
      waits.add(performance.now() - began);
      peak = Math.max(peak, process.memoryUsage().rss);
      await pause(EVERY_MS / PEOPLE);
    }
  })();
  loop.enable();
  await work();
  loop.disable();
  done = true;
  await moves;
  const ms = (nanoseconds: number) => nanoseconds / 1e6;
  return {
    during,
    commands: waits.spread(),
    loopP99: ms(loop.percentile(99)),
    loopMost: ms(loop.max),
    peakMB: peak / 2 ** 20
  };
}
