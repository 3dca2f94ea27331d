import type { AnyMethod, Fact, Refusal, Roster } from '#contract/method.ts';
import type { GatheringState } from './state.ts';

/** A fact as it is kept. `activity` is `gathering` or the id of a running activity; `v` is the version of its shape. */
export type StoredEvent = { activity: string; type: string; v: number; at: number; data: unknown };

/** Everything the log of one gathering folds to. Plain data: it is its own snapshot. */
export type Ledger = {
  /** Events folded so far; the version of the last one. */
  version: number;
  /** Time of the last event, so that no later one is earlier. */
  at: number;
  gathering: GatheringState;
  activities: Record<string, Activity>;
  /**
   * Per device, the last command that took effect; devices in shards by the last letter of their id. Every batch
   * copies what it writes into, and one shard of a hundred costs less than one of four thousand.
   */
  receipts: Record<string, Record<string, Heard>>;
  /** By place, the last steps of leaders and of the clock, each with the facts that take it back; the newest last. */
  steps: Record<Place, (TakenStep & { number: number })[]>;
  /** The last steps of helpers, the newest last. Each is taken back by the page that took it, and by no other. */
  helperSteps: HelperStep[];
  /** Steps ever taken, undone ones too: no number is given twice, so that an undo names the step its sender saw. */
  taken: number;
  /** Photos that were ever stored, hidden and withdrawn ones too: how many, and how many of each person. */
  photos: { all: number; by: Record<string, number> };
  /** Set when the log holds something this Plenary does not know: everything can be read, nothing written. */
  newer: { type: string; v: number } | null;
  /**
   * Set when part of the log is missing or damaged, so that what stands before it can be read and nothing written; and
   * when the gathering was deleted.
   */
  stopped: 'history-broken' | 'gathering-deleted' | null;
};

export type Activity = { method: string; state: unknown };
/** `no`: the command did not take effect, and never will. */
export type Heard = { n: number; digest: string; person: string | null; no?: Refusal };
/** Where those who lead act: `placeOf` of `desk.ts` says which commands are given at the desk. */
export type Place = 'console' | 'desk';
export type TakenStep = { activity: string; command: string; back: Fact<Record<string, unknown>>[] };
/** `by`: the device, which no view tells. `mark`: of what the step left, as `helper-steps.ts` makes it. */
export type HelperStep = TakenStep & { number: number; by: string; mark: string };

/** The rules a ledger is folded by. */
export type Rules = { gathering: AnyMethod; methods: Readonly<Record<string, AnyMethod>> };

/** What was last heard from a device. */
export function heardFrom(ledger: Ledger, device: string): Heard | undefined {
  const shard = Object.hasOwn(ledger.receipts, shardOf(device)) ? ledger.receipts[shardOf(device)] : undefined;
  return shard && Object.hasOwn(shard, device) ? shard[device] : undefined;
}

/** What a device gives its next command, from 1; null when the device is another person's. */
export function nextNumber(ledger: Ledger, device: string, person: string | null): number | null {
  const heard = heardFrom(ledger, device);
  return heard && heard.person !== person ? null : (heard?.n ?? 0) + 1;
}

export function noteHeard(ledger: Ledger, device: string, heard: Heard): void {
  (ledger.receipts[shardOf(device)] ??= {})[device] = heard;
}

const shardOf = (device: string): string => device.slice(-1);

/** The activity name of events that concern the gathering itself. */
export const GATHERING = 'gathering';
export const STEPS_KEPT = 20;
/** Of all helpers together. */
export const HELPER_STEPS_KEPT = 100;
const SHAPE_VERSION = 1;

export const emptyLedger = (rules: Rules): Ledger => ({
  version: 0,
  at: 0,
  gathering: rules.gathering.begin({}, seeded(GATHERING, 0)) as GatheringState,
  activities: {},
  receipts: {},
  steps: { console: [], desk: [] },
  helperSteps: [],
  taken: 0,
  photos: { all: 0, by: {} },
  newer: null,
  stopped: null
});

/** Why nothing more is written here; null where all is well. */
export const halted = ({ newer, stopped }: Ledger): 'newer-plenary' | Ledger['stopped'] =>
  newer && stopped !== 'gathering-deleted' ? 'newer-plenary' : stopped;

/** HD10: then what waits is in no draft. Where nothing more can be kept, nothing that waits will ever be told. */
export const goesOn = (ledger: Ledger): boolean => ledger.gathering.phase === 'open' && halted(ledger) === null;

/**
 * Writes one event into the ledger (a draft or a plain object). An unknown event stops the ledger, it is never guessed
 * at.
 */
export function fold(ledger: Ledger, event: StoredEvent, rules: Rules): void {
  if (ledger.newer) return;
  const known = event.v <= SHAPE_VERSION && foldKnown(ledger, event, rules);
  if (!known) {
    ledger.newer = { type: event.type, v: event.v };
    return;
  }
  ledger.version += 1;
  ledger.at = Math.max(ledger.at, event.at);
}

function foldKnown(ledger: Ledger, event: StoredEvent, rules: Rules): boolean {
  if (event.activity === GATHERING && event.type in HOUSEKEEPING) {
    HOUSEKEEPING[event.type as keyof typeof HOUSEKEEPING](ledger, event.data as never);
    return true;
  }
  const rule = ruleOf(ledger, event.activity, rules);
  if (!rule || !Object.hasOwn(rule.method.evolve, event.type)) return false;
  rule.method.evolve[event.type]?.(rule.state, event.data, event.at);
  if (event.type === 'BlockAdded') beginActivity(ledger, event, rules);
  // What is public cannot be taken back, nor what led to it: an undo of the closing would open the gathering again.
  if (event.activity === GATHERING && event.type === 'Published')
    Object.assign(ledger, { steps: { console: [], desk: [] }, helperSteps: [] });
  return true;
}

const HOUSEKEEPING = {
  Stepped(ledger: Ledger, { place, ...step }: TakenStep & { place: Place }) {
    const steps = ledger.steps[place];
    ledger.taken += 1;
    steps.push({ ...step, number: ledger.taken });
    if (steps.length > STEPS_KEPT) steps.shift();
  },
  Undone({ steps }: Ledger, { place }: { place: Place }) {
    steps[place].pop();
  },
  HelperStepped(ledger: Ledger, step: Omit<HelperStep, 'number'>) {
    ledger.taken += 1;
    ledger.helperSteps.push({ ...step, number: ledger.taken });
    if (ledger.helperSteps.length > HELPER_STEPS_KEPT) ledger.helperSteps.shift();
  },
  HelperUndone(ledger: Ledger, { step }: { step: number }) {
    ledger.helperSteps = ledger.helperSteps.filter(({ number }) => number !== step);
  },
  /** Changes nothing. */
  Refused() {},
  PhotosStored({ photos }: Ledger, { by, photos: stored }: { by: string | null; photos: number }) {
    photos.all += stored;
    if (by !== null) photos.by[by] = (photos.by[by] ?? 0) + stored;
  }
};

function beginActivity(ledger: Ledger, event: StoredEvent, rules: Rules) {
  const { activity, method, settings } = event.data as { activity: string; method: string; settings: unknown };
  const state: unknown = rules.methods[method]?.begin(settings, seeded(activity, event.at));
  ledger.activities[activity] = { method, state };
}

/** The method and the state that answer for an activity, or null when there is no such activity. */
export function ruleOf(ledger: Ledger, activity: string, rules: Rules): { method: AnyMethod; state: unknown } | null {
  if (activity === GATHERING) return { method: rules.gathering, state: ledger.gathering };
  if (!Object.hasOwn(ledger.activities, activity)) return null;
  const running = ledger.activities[activity];
  const method = running && rules.methods[running.method];
  return method ? { method, state: running.state } : null;
}

export const rosterOf = ({ gathering: { people, shownOut } }: Ledger): Roster => ({ people, shownOut });

/** Facts for `begin`, which runs again at every replay: its ids come from the activity's own, so they never differ. */
function seeded(activity: string, at: number) {
  let next = 0;
  return { at, id: () => `${activity}-${(next += 1)}` };
}
