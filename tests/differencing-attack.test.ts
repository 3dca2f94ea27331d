import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { svg } from '#harvest/chart.ts';
import { csv } from '#harvest/csv.ts';
import type { Edition, SeenContinuum } from '#harvest/document.ts';
import { json } from '#harvest/json.ts';
import { markdown } from '#harvest/markdown.ts';
import { sentence } from '#harvest/sentence.ts';
import type { Attendee } from '#contract/method.ts';
import { microaggregates } from '#methods/spectrogram/figures/bins.ts';
import { crowd } from '#methods/spectrogram/continuum/moving-dots.ts';
import { spectrogram } from '#methods/spectrogram/spectrogram.ts';
import type { AllView } from '#methods/spectrogram/views/all.ts';
import type { BoardView } from '#methods/spectrogram/views/board.ts';
import { harvest as words } from '#words/index.ts';
import { edition as editionWith } from './support/editions.ts';
import { Reader, readsFigures, readsMovement, readsSentence, withoutNamed } from './support/differencing-reader.ts';

/** From five people to sixty, and now and then a hall: spread anyhow, on the stops of the phone, or in camps. */
const place = fc.oneof(
  fc.integer({ min: 0, max: 1000 }),
  fc.constantFrom(0, 250, 500, 750, 1000),
  fc.integer({ min: 80, max: 140 }),
  fc.integer({ min: 850, max: 900 }),
  fc.integer({ min: 395, max: 605 })
);
const room = fc.oneof(
  { weight: 5, arbitrary: fc.array(place, { minLength: 5, maxLength: 60 }) },
  { weight: 1, arbitrary: fc.array(place, { minLength: 60, maxLength: 300 }) }
);
/**
 * The same people in a second round, as rooms move: most stay or settle a little, a few move, one goes to the other
 * end. Some come, some have left.
 */
const moving = fc
  .tuple(
    room,
    fc.infiniteStream(
      fc.oneof(
        { weight: 8, arbitrary: fc.constant(0) },
        { weight: 4, arbitrary: fc.integer({ min: -40, max: 40 }) },
        { weight: 2, arbitrary: fc.integer({ min: -400, max: 400 }) }
      )
    ),
    fc.constantFrom(0, 0, 0, -1, -3),
    fc.array(place, { maxLength: 3 })
  )
  .map(([before, steps, left, came]) => {
    const after = before.map((x, nth) => {
      const step: number = steps.next().value;
      return nth === 0 ? (x > 500 ? 0 : 1000) : Math.min(1000, Math.max(0, x + step));
    });
    return [before, [...(left < 0 && after.length >= 8 ? after.slice(0, left) : after), ...came]] as const;
  });
const RUNS = { numRuns: 300 };

type Decision = { type: string; data: object }[] | { refused: string };
type Evening = { exposure: 'L0' | 'L1' | 'L3'; rounds: readonly (readonly number[])[]; named?: number };

/**
 * A line with so many rounds, each with these places, as the method keeps it. The first `named` people agreed to be
 * named.
 */
function held({ exposure, rounds, named = 0 }: Evening) {
  let ids = 0;
  const facts = { at: 0, id: () => (ids += 1).toString(36).padStart(16, '0') };
  const text = (words: string) => ({ text: words }) as never;
  const line = {
    text: text('We meet'),
    poleA: text('Often'),
    poleB: text('Rarely'),
    middle: null,
    kind: 'continuum',
    way: 'live',
    warmUp: false
  };
  const state = spectrogram.begin({ statements: [line], exposure, proposals: false } as never, facts);
  const statement = Object.keys(state.statements)[0] ?? '';
  const people: Record<string, Attendee> = {};
  const happens = (type: string, data: object) => comesAbout(state, type, data);
  happens('Opened', { statement, revealed: true, locks: [] });
  rounds.forEach((places, nth) => {
    const spot = { statement, version: 1, round: nth + 1 };
    if (nth > 0) happens('RoundBegun', { statement, round: nth + 1, empty: true, revealed: true, locks: [] });
    if (exposure === 'L0') {
      const points = places.map((x, ticket) => ({
        ...spot,
        ticket: `${ticket}`,
        k: 1,
        mark: { x },
        via: 'phone',
        why: null
      }));
      happens('Released', { points, shown: true });
      return;
    }
    places.forEach((x, who) => {
      const person = `person${who}`;
      people[person] ??= { via: 'phone', present: true, rehearsed: false, name: { text: `Name ${who}` } };
      happens('Placed', { ...spot, person, shown: true, mark: { x }, via: 'phone', dot: who + 1 });
      if (who < named) happens('Consented', { person, named: true });
    });
  });
  const seen = (channel: string) => spectrogram.view(state, channel, { people });
  const blocks = spelled(spectrogram.harvest(state, { people }, false)) as SeenContinuum[];
  return { edition: editionWith({ blocks }), board: seen('board') as BoardView, all: seen('all') as AllView, state };
}

function comesAbout(state: object, type: string, data: object): void {
  (spectrogram.evolve as unknown as Record<string, (draft: object, data: object, at: number) => void>)[type]?.(
    state,
    data,
    0
  );
}

/** Words in place of references. */
function spelled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spelled);
  if (typeof value !== 'object' || value === null) return value;
  if ('text' in value && typeof value.text === 'string') return value.text;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spelled(item)]));
}

const lineOf = ({ blocks: [block] }: Edition): SeenContinuum => {
  if (block?.kind !== 'continuum') throw new Error('There is one line.');
  return block;
};

/** All that can be downloaded of an edition. */
const formats = (edition: Edition): string[] => {
  const block = lineOf(edition);
  return [
    json(edition),
    csv(edition, words),
    markdown(edition, words),
    ...block.rounds.map((round) => svg(block, round, words, edition))
  ];
};

/** Reads an edition as data, as a table, as a page and as drawings, all into one head. */
function reads(whole: Edition): Reader {
  const reader = new Reader();
  const edition = withoutNamed(whole);
  const block = lineOf(edition);
  for (const round of block.rounds) readsFigures(reader, round.round, round);
  const rows = csv(edition, words).matchAll(/"(\d+)","(range|placed)","(\d*)","(\d*)","(\d+)"/g);
  for (const [, round, row, from, to, people] of rows)
    reader.learns(Number(round), Number(from), row === 'placed' ? 1000 : Number(to), Number(people));
  for (const round of block.rounds) {
    const said = sentence(round, block.poles, words);
    expect(markdown(edition, words)).toContain(said);
    expect(svg(block, round, words, edition)).toContain(said.replaceAll('&', '&amp;'));
    const isCut = (round.spread?.ranges ?? []).some(({ to }) => [400, 500, 600].includes(to));
    expect(readsSentence(reader, round.round, said, round.placed)).toBe(isCut);
  }
  readsMovement(reader, [markdown(edition, words), json(edition)].join(), block.rounds);
  const pages = markdown(edition, words).split('### Round ');
  pages.slice(block.rounds.length > 1 ? 1 : 0).forEach((page, nth) => {
    for (const [, from, to, people] of page.matchAll(/^\| (\d+) \| (\d+) \| (\d+) \|$/gm))
      reader.learns(nth + 1, Number(from), Number(to), Number(people));
  });
  return reader;
}

const isolates = (reader: Reader) => [...reader.few(), ...reader.exact()];

describe('somebody who subtracts', () => {
  test('is able: exact medians, quartiles and thirds beside ranges tell single people apart', () => {
    const told = (spread: object) => {
      const reader = new Reader();
      readsFigures(reader, 1, { placed: 12, spread: spread as never });
      return isolates(reader);
    };
    expect(
      told({ median: 413, quartiles: [412, 977], thirds: [null, 0, null], ranges: [{ from: 0, to: 1000, count: 12 }] })
    ).not.toEqual([]);
    const ranges = [
      { from: 0, to: 480, count: 7 },
      { from: 480, to: 1000, count: 5 }
    ];
    expect(told({ thirds: [6, 1, 5], ranges })).not.toEqual([]);
    expect(told({ ranges })).toEqual([]);
  });

  test('is able: how many moved and crossed, beside the ranges of both rounds, tells single people apart', () => {
    const told = (page: string) => {
      const reader = new Reader();
      const rounds = [20, 19].map((first, nth) => ({
        round: nth + 1,
        placed: 40,
        spread: {
          ranges: [
            { from: 0, to: 500, count: first },
            { from: 500, to: 1000, count: 40 - first }
          ]
        }
      }));
      for (const round of rounds) readsFigures(reader, round.round, round);
      readsMovement(reader, page, rounds);
      return isolates(reader);
    };
    expect(told('Few moved by more than a tenth. Few crossed the middle.')).not.toEqual([]);
    expect(told('7 crossed the middle.')).not.toEqual([]);
    expect(told('')).toEqual([]);
  });

  test('finds nobody who moved, or stayed, from one round of an edition to the next', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(moving, fc.constantFrom('L0' as const, 'L1' as const), (rounds, exposure) => {
        expect(isolates(reads(held({ exposure, rounds }).edition))).toEqual([]);
      }),
      RUNS
    );
  });

  test('finds fewer than five people in no edition, in whatever format', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(room, { minLength: 1, maxLength: 2 }), (rounds) => {
        expect(isolates(reads(held({ exposure: 'L1', rounds }).edition))).toEqual([]);
      }),
      RUNS
    );
  });

  test('finds nobody beside those who agreed to be named, once these are taken away', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(room, fc.nat(60), (places, named) => {
        const others = places.length - named;
        const { edition } = held({ exposure: 'L3', rounds: [places], named });
        expect(lineOf(edition).named?.length ?? 0).toBe(others > 0 && others < 5 ? 0 : Math.min(named, places.length));
        if (others >= 5) expect(isolates(reads(edition))).toEqual([]);
      }),
      RUNS
    );
  });

  test(
    'finds nobody on a board at L0, nor in its picture, its text, or two rounds compared',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(fc.tuple(room, room), (rounds) => {
          const { board, edition } = held({ exposure: 'L0', rounds });
          expect(board.picture?.dots).toEqual({});
          const reader = reads(edition);
          if (board.picture) readsFigures(reader, 2, board.picture.figures);
          expect(isolates(reader)).toEqual([]);
          expect(positionsTold(board)).toEqual([]);
        }),
        RUNS
      );
    }
  );

  test('finds nobody in what phones are sent, at any exposure, resting or moving', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(room, fc.constantFrom('L0' as const, 'L1' as const), (places, exposure) => {
        const { all } = held({ exposure, rounds: [places] });
        const reader = new Reader();
        reader.learns(1, 0, 1000, places.length);
        for (const { from, to, count } of all.shape?.ranges ?? []) reader.learns(1, from, to, count);
        let from = 0;
        for (const [to, people] of crowd.shape(places)) {
          reader.learns(1, from, to, people);
          from = to;
        }
        expect(isolates(reader)).toEqual([]);
      }),
      RUNS
    );
  });
});

/** A number that is a place on the line, where no border of a range, no tenth and no count explains it. */
function positionsTold({ picture, ...board }: BoardView): number[] {
  const found = JSON.stringify({ ...board, dots: picture?.dots, previous: picture?.previous }).match(/"x":\d+/g) ?? [];
  return found.map((x) => Number(x.slice(4)));
}

describe('a room in which everybody stands on a spot with four others or more', () => {
  const aggregated = (places: readonly number[]) =>
    microaggregates(places).flatMap(({ at, count }) => Array<number>(count).fill(at));

  test(
    'is behind every edition: no format differs by a letter, so nobody can rule it out',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(room, (places) => {
          const spots = aggregated(places);
          const counts = new Map<number, number>();
          for (const spot of spots) counts.set(spot, (counts.get(spot) ?? 0) + 1);
          for (const count of counts.values()) expect(count).toBeGreaterThanOrEqual(5);
          for (const exposure of ['L0', 'L1'] as const)
            expect(formats(held({ exposure, rounds: [spots] }).edition)).toEqual(
              formats(held({ exposure, rounds: [places] }).edition)
            );
        }),
        RUNS
      );
    }
  );

  test('is behind every board at L0 and every shape on a phone', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(room, (places) => {
        const spots = aggregated(places);
        const [one, other] = [places, spots].map((rounds) => held({ exposure: 'L0', rounds: [rounds] }));
        expect(other?.board).toEqual(one?.board);
        expect(other?.all).toEqual(one?.all);
        expect(crowd.shape(spots)).toEqual(crowd.shape(places));
      }),
      RUNS
    );
  });

  test(
    'is behind every edition that names people, with the others aggregated around them',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(
          fc.array(place, { minLength: 5, maxLength: 60 }),
          fc.array(place, { minLength: 1, maxLength: 20 }),
          (others, named) => {
            const of = (rest: readonly number[]) =>
              formats(held({ exposure: 'L3', rounds: [[...named, ...rest]], named: named.length }).edition);
            expect(of(aggregated(others))).toEqual(of(others));
          }
        ),
        RUNS
      );
    }
  );
});

describe('somebody who photographs the board at L0 again and again while people place themselves', () => {
  test('sees no picture that differs from the one before by fewer than five tickets', () => {
    const ticket = fc.record({ ticket: fc.nat(11), x: place });
    fc.assert(
      fc.property(fc.array(fc.array(ticket, { minLength: 1, maxLength: 9 }), { maxLength: 12 }), (batches) => {
        const line = anonymousLine();
        let [shown, changed] = [line.board(), new Set<number>()];
        for (const [nth, batch] of batches.entries()) {
          if (line.release(batch.map((point) => ({ ...point, k: nth + 1 }))))
            batch.forEach((each) => changed.add(each.ticket));
          const next = line.board();
          if (JSON.stringify(next) !== JSON.stringify(shown)) expect(changed.size).toBeGreaterThanOrEqual(5);
          [shown, changed] = [next, new Set()];
        }
      }),
      RUNS
    );
  });
});

/** An open line at L0 on the board, and the worker that releases points by the method’s own command. */
function anonymousLine() {
  const { state } = held({ exposure: 'L0', rounds: [[]] });
  const [statement = ''] = Object.keys(state.statements);
  const facts = { at: 0, id: () => '0'.repeat(16) };
  return {
    board: () => spectrogram.view(state, 'board', { people: {} }),
    /** Whether they were let in. */
    release(points: readonly { ticket: number; x: number; k: number }[]): boolean {
      const spot = { statement, version: 1, round: 1, via: 'phone', why: null };
      const input = { points: points.map(({ ticket, x, k }) => ({ ...spot, ticket: `t${ticket}`, k, mark: { x } })) };
      const { release } = spectrogram.commands as unknown as Record<string, { decide(...given: unknown[]): Decision }>;
      const decided = release?.decide(state, input, { role: 'worker', person: null }, facts, { people: {} });
      if (!decided || 'refused' in decided) return false;
      for (const { type, data } of decided) comesAbout(state, type, data);
      return true;
    }
  };
}
