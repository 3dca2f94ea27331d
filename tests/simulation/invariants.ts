import * as v from 'valibot';
import { GATHERING, type Ledger, type Rules } from '#gathering/ledger.ts';
import type { Host } from '#gathering/host.ts';
import type { Entry, Receipt, WrittenText } from '#gathering/ports.ts';
import { textsIn } from '#gathering/validate.ts';
import type { ConsoleView as CafeView } from '#methods/cafe/views/console.ts';
import type { ConsoleView } from '#methods/fishbowl/views/console.ts';
import type { SeenBlock } from '#harvest/document.ts';
import { withAppendix } from '#harvest/appendix.ts';
import { editionSchema } from '#harvest/edition-schema.ts';
import { isLead, type AnyMethod } from '#contract/method.ts';
import { channelsOf, leaks } from '#contract/testing/secrets.ts';
import { worded, wordless } from '#harvest/worded.ts';
import { harvestWordsOf } from '#methods/index.ts';
import { isText, isWriting } from '#contract/typed-text.ts';
import { harvest as words } from '#words/index.ts';
import { edition } from '../support/editions.ts';
import type { Device } from './devices.ts';

/** Holds what the devices were told against the log. The ids are those of the invariants in docs/architecture.md. */
export function againstTheLog(
  devices: readonly Device[],
  entries: readonly Entry[],
  folded: Ledger,
  rules: Rules
): string[] {
  const receipts = entries.flatMap(({ batch }) => batch.receipts);
  return [
    ...dense(entries),
    ...devices.flatMap((device) => promises(device, receipts)),
    ...rising(receipts),
    ...entries.flatMap(roles),
    ...onePoint(folded, rules),
    ...oneChair(folded, rules),
    ...noMoreThanChairs(folded, rules),
    ...readable(folded, rules),
    ...promisedNames(folded, rules)
  ];
}

/** I10: of a person who was erased neither the vault nor any screen has a word. `texts`: all that the vault holds. */
export function keptOfErased(folded: Ledger, texts: readonly WrittenText[], hosts: readonly Host[]): string[] {
  const shown = hosts.map((host) => JSON.stringify(['board', 'console', 'all'].map((channel) => host.view(channel))));
  return folded.gathering.erased.flatMap(({ person }) => {
    const name = new RegExp(`(I am|of) ${person}(?![0-9])`);
    const kept = texts.filter(({ owner, words }) => owner === person || name.test(words));
    return [
      ...kept.map(({ words }) => `I10 the vault still has “${words}” of ${person}, who was erased`),
      ...shown.flatMap((screens, node) =>
        name.test(screens) ? [`I10 node ${node} still shows the name of ${person}`] : []
      )
    ];
  });
}

function dense(entries: readonly Entry[]): string[] {
  let expected = 1;
  return entries.flatMap(({ first, batch }) => {
    const breach = first === expected ? [] : [`I3 version ${first} where ${expected} was due`];
    expected = first + batch.events.length;
    return breach;
  });
}

/** I1: what a device saw acknowledged is in the log, or made no difference. What it saw refused is not. */
function promises(device: Device, receipts: readonly Receipt[]): string[] {
  const heard = receipts.filter((receipt) => receipt.device === device.id);
  const stored = new Set(heard.filter(({ no }) => !no).map(({ n }) => n));
  const noes = new Set(heard.filter(({ no }) => no).map(({ n }) => n));
  const refused = device.refused.filter(({ n }) => stored.has(n));
  // What was so already may be refused to a copy that comes later: nobody is the worse for it.
  const untrue = device.done.filter(({ n, command }) => ALWAYS_KEPT.has(command) && noes.has(n));
  const known = new Set([...device.done, ...device.refused, ...device.waiting].map(({ n }) => n));
  const lost = device.done.filter(({ n, command }) => ALWAYS_KEPT.has(command) && !stored.has(n));
  const unasked = [...stored].filter((n) => !known.has(n));
  return [
    ...lost.map(({ n, command }) => `I1 ${device.id} ${n} (${command}) was acknowledged and is not in the log`),
    ...untrue.map(({ n, command }) => `I1 ${device.id} ${n} (${command}) was acknowledged and is refused in the log`),
    ...refused.map(({ n, command }) => `I1 ${device.id} ${n} (${command}) was refused and is in the log`),
    ...unasked.map((n) => `I2 ${device.id} ${n} is in the log and was never said`)
  ];
}

/** Commands that never find things so already: acknowledged means logged. */
const ALWAYS_KEPT = new Set(['addWalkIn', 'rename', 'describe', 'titleBlock', 'duplicateBlock', 'undo']);

function rising(receipts: readonly Receipt[]): string[] {
  const last = new Map<string, number>();
  return receipts.flatMap(({ device, n }) => {
    const before = last.get(device) ?? 0;
    last.set(device, n);
    return n > before ? [] : [`I2 ${device} ${n} came after ${before}`];
  });
}

/** I7: what the clock does is a step that those who lead can take back, and nothing else of theirs. */
function roles({ first, batch }: Entry): string[] {
  let at = 0;
  return batch.receipts.flatMap(({ role, events }) => {
    const made = batch.events.slice(at, (at += events));
    const leadsOnly = made.filter(
      ({ activity, type }) =>
        activity === GATHERING && LEADS_ONLY.has(type) && !(role === 'clock' && type === 'Stepped')
    );
    const alien = isLead(role) ? undefined : leadsOnly[0];
    const helped = role === 'helper' ? undefined : made.find(({ type }) => HELPERS_ONLY.has(type));
    return [alien ?? helped].flatMap((event) =>
      event ? [`I7 ${role} made ${event.type} in the batch at ${first}`] : []
    );
  });
}

const HELPERS_ONLY = new Set(['HelperStepped', 'HelperUndone']);
const LEADS_ONLY = new Set([
  'Convened',
  'Blanked',
  'Frozen',
  'TextSizeSet',
  'ThemeSet',
  'PagesHeld',
  'PageTurned',
  'Closed',
  'BlockAdded',
  'TurnedTo',
  'Undone',
  'Stepped',
  'DoorLocked',
  'Removed',
  'MarkedDouble',
  'Readmitted'
]);

/** I6: nobody has two chairs, no chair has two people, and nobody sits and waits. */
function oneChair(folded: Ledger, rules: Rules): string[] {
  return Object.entries(folded.activities).flatMap(([id, { method, state }]) => {
    if (method !== 'fishbowl') return [];
    const roster = { people: folded.gathering.people };
    const { turns, line, chairs } = rules.methods[method]?.view(state, 'console', roster) as ConsoleView;
    const on = Object.values(turns).filter(({ to }) => to === null);
    const sitters = on.flatMap(({ person }) => person ?? []);
    const twice = (found: readonly string[]) => new Set(found).size < found.length;
    const breaches = [
      on.length > Object.keys(chairs).length || twice(on.map(({ chair }) => chair)) ? 'seats two on one chair' : null,
      twice(sitters) ? 'seats somebody twice' : null,
      Object.values(line).some(({ person }) => sitters.includes(person)) ? 'lets somebody sit and wait' : null
    ];
    return breaches.flatMap((breach) => (breach === null ? [] : [`I6 ${id} ${breach}`]));
  });
}

/** I6: no more people at a table than it has chairs, and nobody at two tables. */
function noMoreThanChairs(folded: Ledger, rules: Rules): string[] {
  return Object.entries(folded.activities).flatMap(([id, { method, state }]) => {
    if (method !== 'cafe') return [];
    const { tables } = rules.methods[method]?.view(state, 'console', { people: folded.gathering.people }) as CafeView;
    const people = Object.values(tables).flatMap((table) => Object.keys(table.people));
    const crowded = Object.values(tables).filter((table) => Object.keys(table.people).length > table.seats);
    return [
      ...crowded.map(({ number }) => `I6 ${id} seats more people at table ${number} than it has chairs`),
      ...(new Set(people).size < people.length ? [`I6 ${id} seats somebody at two tables`] : [])
    ];
  });
}

/** I6: in what the projector may count, nobody stands twice on a line, and nobody is named who is not counted. */
function onePoint(folded: Ledger, rules: Rules): string[] {
  return Object.entries(folded.activities).flatMap(([id, { method, state }]) => {
    if (method !== 'spectrogram') return [];
    const view = rules.methods[method]?.view(state, 'console', { people: folded.gathering.people }) as {
      exposure: string;
      counts?: { placed: number; unsure: number; passed: number } | null;
      acted: Record<string, string>;
      picture: { dots: Record<string, unknown> } | null;
    };
    if (!view.counts) return [];
    const { placed, unsure, passed } = view.counts;
    const named = Object.keys(view.acted).length;
    const dots = view.picture && view.exposure !== 'L0' ? Object.keys(view.picture.dots).length : placed;
    return named <= placed + unsure + passed && dots === placed ? [] : [`I6 ${id} counts somebody twice`];
  });
}

/** Whatever a method leaves behind, an edition of it can be read: publishing one that cannot be says nothing. */
function readable(folded: Ledger, { methods }: Rules): string[] {
  return Object.entries(folded.activities).flatMap(([id, { method, state }]) => {
    return [false, true].flatMap((goesOn) => {
      const blocks = methods[method]?.harvest(state, { people: folded.gathering.people }, goesOn) ?? [];
      return whyUnreadable(blocks).map((why) => `harvest: no edition can hold what ${id} leaves: ${why}`);
    });
  });
}

function whyUnreadable(blocks: readonly object[]): string[] {
  const published = edition({ blocks: withAppendix(worded(spelledOut(blocks), harvestWordsOf), true, words) });
  const { success, issues } = v.safeParse(editionSchema, published);
  const wrong = success ? [] : [v.summarize(issues).split('\n')[0] ?? ''];
  return [...wrong, ...wordless(published.blocks).map((code) => `its words/harvest.ts has none for "${code}"`)];
}

/** I8: a name of a person is in no view of the board or of all phones where the method says that none is. */
function promisedNames({ gathering, activities }: Ledger, { methods }: Rules): string[] {
  const names = new Set(Object.values(gathering.people).flatMap(({ name }) => (name ? [name.text] : [])));
  return Object.entries(activities).flatMap(([id, { method, state }]) => {
    const rule = methods[method];
    const said = rule?.names?.(state);
    if (!rule || !said) return [];
    const shows = (channel: string) =>
      [...textsIn(rule.view(state, channel, gathering))].some((text) => names.has(text));
    return [
      ...(!said.board && shows('board') ? [`I8 the board of ${id} (${method}) shows a name`] : []),
      ...(!said.phones && shows('all') ? [`I8 phones show a name in ${id} (${method})`] : [])
    ];
  });
}

/** I8: nothing that a method says is hidden can be told from what a channel is shown. */
export function keptSecrets({ gathering, activities }: Ledger, rules: Rules): string[] {
  const people = Object.keys(gathering.people);
  const told = (name: string, method: AnyMethod, state: unknown) =>
    leaks(method, state, gathering, channelsOf(method, state, people)).map((leak) => `I8 ${name}: ${leak}`);
  return Object.entries(activities).flatMap(([id, { method, state }]) => {
    const rule = rules.methods[method];
    return rule ? told(`${id} (${method})`, rule, state) : [];
  });
}

/** Words where the rules hold references. */
const spelledOut = (blocks: readonly object[]): SeenBlock[] =>
  JSON.parse(JSON.stringify(blocks), (_key, value: unknown) =>
    isText(value) || isWriting(value) ? 'Words' : value
  ) as SeenBlock[];
