import { parseArgs } from 'node:util';
import { manifests } from '#methods/index.ts';
import { personal } from '#contract/method.ts';
import type { BotAction } from '#kit/bots.ts';
import { TriggerTracker, type AnyBehaviour } from './rehearse/trigger-tracker.ts';
import { Latencies } from './rehearse/latencies.ts';
import { nameOf } from './rehearse/names.ts';
import { comeIn, connect, Docs, Speaker, type Joined } from './rehearse/live-client.ts';

/**
 * Brings simulated people into a running gathering: they join by the form, think, place themselves, change their mind.
 * `npm run rehearse -- --url http://localhost:3000 --code 482915 --people 150 [--minutes 30] [--within 15] [--board
 * <link>]` With a board link it also measures how long a placement takes to the board.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    code: { type: 'string' },
    people: { type: 'string', default: '30' },
    minutes: { type: 'string', default: '30' },
    within: { type: 'string', default: '15' },
    board: { type: 'string' },
    pace: { type: 'string', default: '1' }
  }
});
if (!values.code) {
  console.error('Which gathering? Give the code on its board: --code 482915');
  process.exit(2);
}

/** What one step changes reaches a page as several patches, and a busy room is told at most every 250 ms. */
const SETTLING_MS = 300;

const url = new URL(values.url);
const code = values.code.replace(/\D/g, '');
const people = Number(values.people);
const withinMs = Number(values.within) * 1000;
const pace = Number(values.pace);
const joined = new Latencies();
const acknowledged = new Latencies();
const shown = new Latencies();
const tally = {
  here: 0,
  done: new Map<string, number>(),
  refused: new Map<string, number>(),
  failed: [] as string[],
  lost: 0
};
/** A method brings its people with it. */
const behaviours: Record<string, AnyBehaviour> = {};
for (const [method, { rehearse }] of Object.entries(manifests)) behaviours[method] = await rehearse();
const frames: { version: number; at: number }[] = [];
const sent: { version: number; at: number }[] = [];
const sockets: { disconnect(): unknown }[] = [];

const began = performance.now();
if (values.board) await watchBoard(values.board);
await Promise.all(Array.from({ length: people }, (_, index) => arrive(index)));
const arrivedIn = ((performance.now() - began) / 1000).toFixed(1);
console.log(`${tally.here} of ${people} people are here after ${arrivedIn} s. End with Ctrl+C.`);
for (const failure of new Set(tally.failed)) console.log(`  ${failure}`);
if (tally.here === 0) process.exit(1);

const reporting = setInterval(report, 10_000);
const ending = setTimeout(leave, Number(values.minutes) * 60_000);
process.on('SIGINT', leave);
process.on('SIGTERM', leave);

/** People trickle in through the door, not all in one instant. */
async function arrive(index: number): Promise<void> {
  await pause((withinMs * 0.8 * index) / people);
  const at = performance.now();
  try {
    await stay(await comeIn(url, code, nameOf(index)), at);
  } catch (error) {
    tally.failed.push(error instanceof Error ? error.message : String(error));
  }
}

/** Resolves once this person sees the gathering; their behaviour goes on. */
async function stay(phone: Joined, at: number): Promise<void> {
  const socket = connect(url, phone, 'phone');
  sockets.push(socket);
  const speaker = new Speaker(socket);
  let person: string | null = null;
  let busy = false;
  const tracker = new TriggerTracker(behaviours, Math.random);
  const docs = new Docs(socket, () => void live());

  /** One action after the other, each after a thought, until nothing is left to react to. */
  async function live(): Promise<void> {
    if (busy || !person) return;
    busy = true;
    const mine = personal(person);
    for (let content = false; !content;) {
      await pause(SETTLING_MS);
      const action = tracker.next(docs.held('all'), docs.held(mine));
      content = action === null;
      if (action) await pause(action.afterMs * pace);
      if (action) await carryOut(action, speaker);
    }
    busy = false;
  }

  await new Promise<void>((resolve, reject) => {
    socket.on('welcome', (welcome) => {
      person = welcome.person;
    });
    socket.once('view', () => resolve());
    socket.once('goodbye', ({ refused }) => reject(new Error(`Turned away: ${refused}`)));
    socket.once('connect_error', reject);
  });
  socket.on('disconnect', (why) => {
    if (why !== 'io client disconnect') tally.lost += 1;
  });
  tally.here += 1;
  joined.add(performance.now() - at);
}

async function carryOut(
  { activity, command, input }: BotAction & { activity: string },
  speaker: Speaker
): Promise<void> {
  const at = performance.now();
  const answer = await speaker.say(activity, command, input);
  acknowledged.add(performance.now() - at);
  count(tally.done, command);
  if ('version' in answer) sent.push({ version: answer.version, at });
  else if ('refused' in answer) count(tally.refused, answer.refused);
}

/** A projector that notes when it shows which version. */
async function watchBoard(link: string): Promise<void> {
  const token = new URL(link).hash.slice(1);
  const headers = { origin: url.origin, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const body = new URLSearchParams({ token });
  const reply = await fetch(new URL('/enter', url), { method: 'POST', body, headers, redirect: 'manual' });
  const gathering = /\/board\/([0-9a-z]+)/.exec(reply.headers.get('location') ?? '')?.[1];
  if (!gathering) throw new Error(`The board link does not open: ${reply.status}`);
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const socket = connect(url, { gathering, cookie }, 'board');
  sockets.push(socket);
  new Docs(socket, (_channel, version) => frames.push({ version, at: performance.now() }));
}

function report(): void {
  const told = (counts: Map<string, number>) => [...counts].map(([what, times]) => `${what} ${times}`).join(', ');
  const refused = told(tally.refused);
  console.log(
    `${tally.here} here · ${told(tally.done) || 'nothing done yet'} · acknowledged ${acknowledged}${refused && ` · refused: ${refused}`}`
  );
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** From the finger to the first frame of the board that holds it. */
function matchFrames(): void {
  for (const { version, at } of sent) {
    const frame = frames.find((one) => one.version >= version);
    if (frame && frame.at >= at) shown.add(frame.at - at);
  }
}

function leave(): void {
  clearInterval(reporting);
  clearTimeout(ending);
  for (const socket of sockets) socket.disconnect();
  matchFrames();
  console.log(`joined        ${joined}, all here after ${arrivedIn} s`);
  console.log(`acknowledged  ${acknowledged}`);
  console.log(`on the board  ${values.board ? shown : 'not measured: give the board link, --board <link>'}`);
  console.log(`lost connections ${tally.lost} · could not come in ${tally.failed.length}`);
  process.exit(0);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
