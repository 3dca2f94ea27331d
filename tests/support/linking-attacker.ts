import type { Doc } from '#wire/messages.ts';
import { diff } from '#wire/patch.ts';
import type { BallotGathering } from './ballot-people.ts';

/**
 * An attacker who has everything that was ever sent to others or stored, with its time, and tries to link each point to
 * its person. A *trace* is one mention, at one moment, of a person or of a point's holder (a ticket, the number of a
 * dot).
 */
/** `version`: where it stands in the log, if it does. */
export type Trace = { name: string; at: number; order: number; version?: number };
export type Evidence = { people: Trace[]; holders: Trace[] };
/** For each holder the person it is said to be. */
export type Guess = Map<string, string>;

const CHANNELS = ['board', 'console', 'all'];

/**
 * Collects from now on what every channel is sent and the log stores. `holdersIn` finds holders of points in a text.
 */
export function watch(ballot: BallotGathering, people: readonly string[], holdersIn: (said: string) => string[]) {
  const evidence: Evidence = { people: [], holders: [] };
  const before = new Map(CHANNELS.map((channel) => [channel, structuredClone(ballot.view(channel))]));
  let order = 0;
  let read = 0;

  function note(said: string, at: number, version?: number): void {
    order += 1;
    for (const name of people)
      if (said.includes(name)) evidence.people.push({ name, at, order, ...(version && { version }) });
    // One after the other, as they stand there: an order inside a message may tell something, too.
    for (const name of new Set(holdersIn(said))) {
      order += 0.001;
      evidence.holders.push({ name, at, order, ...(version && { version }) });
    }
    order = Math.ceil(order);
  }

  const unwatch = ballot.host.watch(() => {
    for (const channel of CHANNELS) {
      const doc: Doc = structuredClone(ballot.view(channel));
      for (const change of diff(before.get(channel) as Doc, doc)) note(JSON.stringify(change), performance.now());
      before.set(channel, doc);
    }
  });

  return {
    /** What was sent, without the log: the evidence of a lead who keeps every message. */
    sent(): Evidence {
      unwatch();
      return evidence;
    },
    /** The log as it is stored, added to what was sent. The times in it are put on the same clock. */
    async close(): Promise<Evidence> {
      unwatch();
      const toClock = performance.now() - Date.now();
      for (const { first, batch } of await ballot.stores.log.read(`gathering:${ballot.gathering}`, 0))
        for (const event of batch.events) if (first > read) note(JSON.stringify(event.data), event.at + toClock, first);
      return evidence;
    },
    /** Skips the log so far: it only has people who joined, which links no point. */
    async begin() {
      const entries = await ballot.stores.log.read(`gathering:${ballot.gathering}`, 0);
      read = entries.at(-1)?.first ?? 0;
    }
  };
}

/** Whose name stands last before the holder, in one text such as a snapshot. `holders` are where they stand in it. */
export function byNeighbour(
  text: string,
  people: readonly string[],
  holders: readonly { name: string; at: number }[]
): Guess {
  const nearest = ({ at }: { at: number }) =>
    people
      .map((person) => ({ person, before: text.lastIndexOf(person, at) }))
      .reduce((one, other) => (other.before > one.before ? other : one)).person;
  return new Map(holders.map((holder) => [holder.name, nearest(holder)]));
}

/** The nth name belongs to the nth holder. `since`: what begins the record that keeps names in order of arrival. */
export function byRank(
  text: string,
  people: readonly string[],
  holders: readonly { name: string; at: number }[],
  since: string
): Guess {
  const begin = text.indexOf(since);
  const names = people.toSorted((one, other) => text.indexOf(one, begin) - text.indexOf(other, begin));
  const ranked = holders.toSorted((one, other) => one.at - other.at);
  return new Map(ranked.map(({ name }, nth) => [name, names[nth] ?? '']));
}

const firsts = (traces: readonly Trace[]): string[] => [
  ...new Set(traces.toSorted((one, other) => one.order - other.order).map(({ name }) => name))
];

/** Who is mentioned first belongs to what is mentioned first. */
export function byOrder({ people, holders }: Evidence): Guess {
  const names = firsts(people);
  return new Map(firsts(holders).map((holder, nth) => [holder, names[nth] ?? '']));
}

/** Who is mentioned nearest in time to each mention of a holder, on the whole. Every person is given away once. */
export function byTime({ people, holders }: Evidence): Guess {
  const names = firsts(people);
  const farness = firsts(holders).flatMap((holder) => {
    const seen = holders.filter(({ name }) => name === holder);
    return names.map((person) => {
      const own = people.filter(({ name }) => name === person);
      const gaps = seen.map(({ at }) => Math.min(...own.map((trace) => Math.abs(trace.at - at))));
      return { holder, person, far: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length };
    });
  });
  const guess: Guess = new Map();
  const given = new Set<string>();
  for (const { holder, person } of farness.toSorted((one, other) => one.far - other.far)) {
    if (guess.has(holder) || given.has(person)) continue;
    guess.set(holder, person);
    given.add(person);
  }
  return guess;
}

/** For each holder, a person who was mentioned near each of its mentions: at most `windowMs` before or after. */
export function byIntersection({ people, holders }: Evidence, windowMs: number, chance: () => number): Guess {
  const guess: Guess = new Map();
  for (const holder of firsts(holders)) {
    let candidates = firsts(people);
    for (const { at } of holders.filter(({ name }) => name === holder)) {
      const near = new Set(people.filter((trace) => Math.abs(trace.at - at) <= windowMs).map(({ name }) => name));
      const left = candidates.filter((person) => near.has(person));
      // A moment at which nobody is mentioned says nothing against anybody.
      if (left.length > 0) candidates = left;
    }
    guess.set(holder, candidates[Math.floor(chance() * candidates.length)] ?? '');
  }
  return guess;
}

/**
 * Guesses by who was there. A person who left after the first line has a holder that is on it and never again. A person
 * who came after it has a holder that is only on the second line. Reads the log alone, because a frame also names a dot
 * when it takes the dot away. `from`: the version between both lines.
 */
export function byPresence(
  { holders }: Evidence,
  { from, gone, come }: { from: number; gone: readonly string[]; come: readonly string[] },
  chance: () => number
): Guess {
  const before = holders.filter(({ version }) => version !== undefined && version <= from);
  const after = holders.filter(({ version }) => version !== undefined && version > from);
  const only = (these: readonly Trace[], those: readonly Trace[]) =>
    firsts(these).filter((holder) => !those.some(({ name }) => name === holder));
  const guess: Guess = new Map();
  const give = (people: readonly string[], candidates: readonly string[]) => {
    const drawn = candidates.map((name) => ({ name, by: chance() })).toSorted((one, other) => one.by - other.by);
    people.forEach((person, nth) => drawn[nth] && guess.set(drawn[nth].name, person));
  };
  give(gone, only(before, after));
  give(come, only(after, before));
  return guess;
}

/** The share of people whose point was found. */
export const found = (guess: Guess, truth: ReadonlyMap<string, string>): number =>
  [...truth].filter(([person, holder]) => guess.get(holder) === person).length / truth.size;
