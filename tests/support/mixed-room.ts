import { pieceSaying } from '#kit/outline-editor/testing/piece-saying.ts';
import type { ConsoleSeen as CafeSeen } from '#methods/cafe/views/console.ts';
import type { ConsoleView as FishbowlView } from '#methods/fishbowl/views/console.ts';
import type { ConsoleSeen as SpectrogramSeen } from '#methods/spectrogram/views/console.ts';
import type { Seen } from '#contract/typed-text.ts';
import type { GatheringOnConsole } from '#gathering/views.ts';
import type { Pass, Plenary } from '#server/page-api.ts';
import type { NextStep } from '#wire/messages.ts';
import { STATEMENT } from './test-host.ts';
import { picture } from './jpeg.ts';
import { notesIn } from '#contract/outline-notes.ts';
import { blockOf } from './samples.ts';
import { deviceOf, granted } from './test-server.ts';
import { until } from './until.ts';

/** As many of each kind, unless a test wants more: figures are told of five or more. */
const EACH = 6;

/** Somebody in the room. `word` is theirs alone: nobody else says it, and every word of simulated people has `feigned`. */
export type Guest = { pass: Pass; simulated: boolean; word(about: string): string };

/** How simulated people are known in any file. */
export const FEIGNED = 'feigned';

type Room = ReturnType<typeof roomOf>;

/** What was played, before anything of it is published. `said`: what real people said and an edition must hold. */
export type Played = { said: string[]; guests: Guest[]; room: Room };

/**
 * Plays every method in one gathering that is no rehearsal, with real and simulated people side by side: all of them
 * place themselves, say why, sit, host, note, write and choose. Then it is closed.
 */
export async function playRoom(plenary: Plenary, gathering: string, each = EACH): Promise<Played> {
  const room = roomOf(plenary, gathering);
  const guests = await room.joined(each);
  const said = [
    ...(await spectrogram(room, guests)),
    ...(await fishbowl(room, guests)),
    ...(await cafe(room, guests)),
    ...(await cards(room, guests))
  ];
  await room.leads('close', {});
  return { said, guests, room };
}

/** The same, put in order by those who lead and published. `leftOut`: the word of a note that they left out. */
export async function playMixedRoom(
  plenary: Plenary,
  gathering: string
): Promise<{ said: string[]; leftOut: string; slug: string }> {
  const { said, room } = await playRoom(plenary, gathering);
  const leftOut = await sorted(room);
  return { said: said.filter((word) => word !== leftOut), leftOut, slug: await room.publishes() };
}

/**
 * Notes in two themes, two of them as one, a summary of each, every block under a title for readers, and a note left
 * out: its word is answered.
 */
async function sorted({ leads, draft }: Room): Promise<string> {
  const blocks = (await draft())?.blocks ?? [];
  for (const { id } of blocks) await leads('retitle', { place: id, title: `Block ${id}` });
  const notes = notesIn(blocks).filter(({ text }) => text !== null);
  const [first, second, third, ...others] = notes.map(({ id }) => id);
  // Said once in the room, as a reason for a place is not.
  const leftOut = notes.find(({ text }) => text?.includes('need'));
  const [kitchen, garden] = ['themekitchen0000', 'themegarden00000'];
  await leads('putNotes', { notes: [first, second, third], theme: kitchen });
  await leads('putNotes', { notes: others.slice(-4), theme: garden });
  await leads('nameTheme', { theme: kitchen, name: 'In the kitchen' });
  await leads('nameTheme', { theme: garden, name: 'In the garden' });
  await leads('foldNotes', { notes: [second], into: first });
  await leads('summarize', { place: `themes/${kitchen}`, text: 'We cook together.\nAnd eat.' });
  await leads('leaveOutNote', { note: leftOut?.id });
  return leftOut?.text ?? '';
}

function roomOf({ gatherings }: Plenary, gathering: string) {
  const organizer: Pass = { gathering, role: 'organizer', person: null };
  let said = 0;
  const says = async (pass: Pass, command: string, input: object, activity = 'gathering'): Promise<void> => {
    const form = { device: deviceOf(`say${(said += 1)}by`), activity, command, input };
    // Nobody presses as fast as a test does: the server asks for a moment then.
    await until(async () => !('later' in granted(await gatherings.say(pass, form))));
  };
  const leads = (command: string, input: object, activity?: string) => says(organizer, command, input, activity);
  const console = async () => {
    const doc = await gatherings.view(gathering, 'console');
    if (!doc) throw new Error('There is no such gathering');
    return doc;
  };
  return {
    organizer,
    leads,
    draft: () => gatherings.draft(gathering),
    does: ({ pass }: Guest, command: string, input: object, activity?: string) => says(pass, command, input, activity),
    async publishes(summary = ''): Promise<string> {
      const { editions: after } = (await console()).gathering as GatheringOnConsole;
      const form = { device: deviceOf(`publishes${after}`), title: 'What the room said', summary, after };
      return granted(await gatherings.publish(organizer, form)).slug;
    },
    async joined(each: number): Promise<Guest[]> {
      return Promise.all(
        Array.from({ length: 2 * each }, async (_, nth): Promise<Guest> => {
          const simulated = nth % 2 === 1;
          const word = (about: string) => `${simulated ? FEIGNED : 'genuine'}${about}${nth}end`;
          const form = { device: deviceOf(`joins${nth}by`), name: word('name'), rehearsed: simulated };
          const { person } = granted(await gatherings.join(gathering, form));
          return { pass: { gathering, role: 'participant', person }, simulated, word };
        })
      );
    },
    /** Adds a block and turns to it. */
    async begins(method: string, settings: object): Promise<string> {
      await leads('addBlock', blockOf(method, settings));
      const { agenda, now } = (await console()).gathering as GatheringOnConsole;
      const activity = Object.keys(agenda).find((id) => agenda[id]?.method === method) ?? '';
      await leads('turnTo', { activity, from: now });
      return activity;
    },
    /** What the big button of the console does. */
    async next(): Promise<void> {
      const [step] = ((await console()).next ?? []) as NextStep[];
      if (!step) throw new Error('There is no step to take');
      await leads(step.command, step.input, step.activity);
    },
    see: async <View>(activity: string) => (await console()).activities[activity]?.view as View
  };
}

const told = (guests: readonly Guest[], about: string): string[] =>
  guests.flatMap(({ simulated, word }) => (simulated ? [] : [word(about)]));

async function spectrogram(room: Room, guests: readonly Guest[]): Promise<string[]> {
  const activity = await room.begins('spectrogram', { statements: [STATEMENT], exposure: 'L3', proposals: true });
  const [, simulated] = guests as [Guest, Guest];
  const proposed = { text: simulated.word('asks'), poleA: simulated.word('yes'), poleB: simulated.word('no') };
  await room.does(simulated, 'propose', proposed, activity);
  const { proposals } = await room.see<SpectrogramSeen>(activity);
  await room.leads('acceptProposal', { proposal: Object.keys(proposals.waiting)[0] }, activity);
  for (const guest of guests) await room.does(guest, 'consent', { named: true }, activity);
  for (const statement of Object.keys((await room.see<SpectrogramSeen>(activity)).statements)) {
    await room.leads('open', { statement }, activity);
    const spot = { statement, version: 1, round: 1 };
    for (const [nth, guest] of guests.entries())
      await room.does(guest, 'place', { ...spot, x: Math.round((nth + 0.5) * (1000 / guests.length)) }, activity);
    await room.leads('reveal', { statement }, activity);
    for (const guest of guests) await room.does(guest, 'giveReason', { ...spot, why: guest.word('why') }, activity);
    const { reasons } = await room.see<SpectrogramSeen>(activity);
    for (const reason of Object.keys(reasons)) await room.leads('pin', { reason }, activity);
    await room.leads('lock', { statement }, activity);
  }
  return [...told(guests, 'why'), ...told(guests, 'name')];
}

async function fishbowl(room: Room, guests: readonly Guest[]): Promise<string[]> {
  const activity = await room.begins('fishbowl', { invited: [], seats: 5, exposure: 'L3', policy: 'first-come' });
  await room.leads('turnTo', { stage: 'bowl', from: (await room.see<Seen<FishbowlView>>(activity)).stage }, activity);
  const pair = guests.slice(0, 2);
  for (const guest of guests) await room.does(guest, 'sendCard', { card: guest.word('card') }, activity);
  for (const guest of pair) {
    await room.does(guest, 'consent', { named: true }, activity);
    await room.does(guest, 'ask', { why: guest.word('wish'), chair: null, tag: null }, activity);
    await room.does(guest, 'sit', {}, activity);
    await room.leads('makeScribe', { person: guest.pass.person, on: true }, activity);
  }
  const { branches } = (await room.see<Seen<FishbowlView>>(activity)).outline;
  for (const guest of pair)
    for (const [nth, branch] of Object.keys(branches).entries()) {
      const note = `${guest.word('note')}${nth}`
        .toLowerCase()
        .replace(/[^0-9a-z]/g, '')
        .slice(-16);
      const at = { branch, parent: null, after: null };
      await room.does(guest, 'addNote', { note, at, piece: pieceSaying(guest.word('noted')) }, activity);
    }
  return [...told(guests, 'card'), ...told(pair, 'noted')];
}

async function cafe(room: Room, guests: readonly Guest[]): Promise<string[]> {
  const tables = Array.from({ length: guests.length / 3 }, () => ({}));
  const activity = await room.begins('cafe', { questions: ['What is here?'], tables });
  await room.leads('plan', {}, activity);
  const see = () => room.see<CafeSeen>(activity);
  await until(async () => (await see()).draft);
  await room.leads('seat', {}, activity);
  for (const [table, { people }] of Object.entries((await see()).tables))
    for (const guest of guests)
      if (guest.pass.person !== null && guest.pass.person in people)
        await room.does(guest, 'here', { table, round: 1 }, activity);
  await room.leads('ask', { anyway: true }, activity);
  const hosts: Guest[] = [];
  const photos: Guest[] = [];
  for (const [nth, [table, { people }]] of Object.entries((await see()).tables).entries()) {
    const sitting = guests.filter(({ pass: { person } }) => person !== null && person in people);
    for (const guest of sitting) {
      const written = { table, round: 1, kind: 'idea', text: guest.word('thought'), parent: null, gem: false };
      await room.does(guest, 'addNote', written, activity);
      photos.push(guest);
      const photo = picture(photos.length).toString('base64');
      await room.does(guest, 'addPhoto', { table, round: 1, photo }, activity);
    }
    // A simulated host at every other table, where one sits there.
    const host = sitting.find(({ simulated }) => simulated === (nth % 2 === 1)) ?? sitting[0];
    if (!host) continue;
    hosts.push(host);
    await room.leads('makeHost', { table, person: host.pass.person }, activity);
    await room.does(host, 'setLines', { table, lines: [host.word('line')] }, activity);
  }
  await room.leads('harvest', {}, activity);
  return [...told(guests, 'thought'), ...told(hosts, 'line')];
}

async function cards(room: Room, guests: readonly Guest[]): Promise<string[]> {
  const activity = await room.begins('cards', { questions: ['What do we need?'] });
  await room.next();
  const card = (nth: number) => `card${nth}`.padEnd(16, 'x');
  for (const [nth, guest] of guests.entries())
    await room.does(guest, 'writeCard', { card: card(nth), question: 0, text: guest.word('need') }, activity);
  const stage = async () => (await room.see<{ stage: string }>(activity)).stage;
  for (const later of ['showing', 'grouping'])
    await room.leads('turnTo', { stage: later, from: await stage() }, activity);
  // Groups nobody named are called by their first card: here it is a simulated person's.
  await room.leads('groupCards', { cards: [card(1), card(2)], group: 'group001' }, activity);
  await room.leads('groupCards', { cards: [card(3)], group: 'group002' }, activity);
  await room.leads('turnTo', { stage: 'choosing', from: await stage() }, activity);
  await room.leads('openVote', { kind: 'approval' }, activity);
  const { vote } = await room.see<{ vote: { id: string; options: string[] } }>(activity);
  for (const { pass } of guests) {
    const votes = Object.fromEntries(vote.options.map((option) => [option, 1]));
    await room.does({ pass } as Guest, 'vote', { votes }, activity);
  }
  await room.leads('closeVote', {}, activity);
  return told(guests, 'need');
}
