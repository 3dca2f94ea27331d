import type { Edition } from '#harvest/document.ts';

/**
 * A reader who combines all that was published of a room and subtracts one figure from another until only a few people
 * are left. What the reader knows are bounds: at least and at most so many people stand between two places of one
 * round. Each bound limits how many people stand before each place, so shortest paths between places find all that
 * follows from all bounds.
 */
export type Known = { round: number; from: number; to: number; least: number; most: number };
type Bound = { round: number; from: number; to: number; least: number; most: number };
/** All people stand between these two places; nobody stands before the first. */
const [BEFORE, BEHIND] = [-1, 1001];

/** How many of those who stand in both rounds did it, at least and at most. */
type Passing = { first: number; last: number; placed: readonly [number, number]; moved: Many; crossed: Many };
type Many = { least: number; most: number };
const MIDDLE = 500;
const TENTH = 100;

export class Reader {
  readonly #bounds: Bound[] = [];
  readonly #passing: Passing[] = [];

  /**
   * `to`: people on it count unless the next range begins there. Which of two ranges they belong to is nothing that
   * could point at anybody.
   */
  learns(round: number, from: number, to: number, least: number, most = least): void {
    const start = from <= 0 ? BEFORE : from;
    const end = to >= 1000 ? BEHIND : to;
    this.#bounds.push({ round, from: start, to: end, least, most });
  }

  /**
   * What is told of movement from round to round. The reader knows that nobody came or left, except for the difference
   * between both rounds.
   */
  learnsMovement(passing: Passing): void {
    for (const [nth, round] of [passing.first, passing.last].entries())
      this.learns(round, 0, MIDDLE, 0, passing.placed[nth] ?? 0);
    this.#passing.push(passing);
  }

  /**
   * All that follows, of places between which one to four people are known to stand, or to have gone from one to the
   * other.
   */
  few(): Known[] {
    return [...this.#follows(), ...this.#passing.flatMap((passing) => this.#wentBetween(passing))].filter(
      ({ least, most }) => least >= 1 && most <= 4
    );
  }

  /**
   * Places nearer to each other than a twentieth of the line, between which at least one person is known to stand, and
   * not at least five.
   */
  exact(): Known[] {
    return this.#follows().filter(({ from, to, least }) => to - from < 50 && least >= 1 && least <= 4);
  }

  /** Those who stood on one side of a place, and now stand on the other side of a place, for any two places. */
  #wentBetween({ first, last, placed: [before, after], moved, crossed }: Passing): Known[] {
    const came = Math.max(0, after - before);
    const left = Math.max(0, before - after);
    const upTo = (round: number, people: number) => [
      ...followsIn(
        round,
        this.#bounds.filter((bound) => bound.round === round)
      ).filter(({ from }) => from === BEFORE),
      { round, from: BEFORE, to: BEFORE, least: 0, most: 0 },
      { round, from: BEFORE, to: BEHIND, least: people, most: people }
    ];
    const [was, is] = [upTo(first, before), upTo(last, after)];
    const half = (known: readonly Known[]) => known.find(({ to }) => to === MIDDLE) ?? { least: 0, most: Infinity };
    const [wasHalf, isHalf] = [half(was), half(is)];
    const across = {
      back: {
        least: Math.ceil((crossed.least - (wasHalf.most - isHalf.least + came)) / 2),
        most: Math.floor((crossed.most - (wasHalf.least - isHalf.most - left)) / 2)
      },
      forth: {
        least: Math.ceil((crossed.least - (isHalf.most - wasHalf.least + left)) / 2),
        most: Math.floor((crossed.most - (isHalf.least - wasHalf.most - came)) / 2)
      }
    };
    return was.flatMap((start) =>
      is.flatMap((end) => {
        const within = (step: number, spans: boolean, whole: Many) => ({
          least: start.to === MIDDLE && end.to === MIDDLE ? whole.least : 0,
          most: Math.min(step > TENTH ? moved.most : Infinity, spans ? whole.most : Infinity)
        });
        const back = within(start.to - end.to, start.to >= MIDDLE && end.to <= MIDDLE, across.back);
        const forth = within(end.to - start.to, start.to <= MIDDLE && end.to >= MIDDLE, across.forth);
        const went = { round: last, from: start.to, to: end.to };
        return [
          {
            ...went,
            least: Math.max(back.least, end.least - start.most - came),
            most: Math.min(back.most, before - start.least, end.most)
          },
          {
            ...went,
            least: Math.max(forth.least, start.least - end.most - left),
            most: Math.min(forth.most, start.most, after - end.least)
          }
        ];
      })
    );
  }

  #follows(): Known[] {
    return [...new Set(this.#bounds.map(({ round }) => round))].flatMap((round) =>
      followsIn(
        round,
        this.#bounds.filter((bound) => bound.round === round)
      )
    );
  }
}

function followsIn(round: number, bounds: readonly Bound[]): Known[] {
  const places = [...new Set([BEFORE, BEHIND, ...bounds.flatMap(({ from, to }) => [from, to])])].sort(
    (one, other) => one - other
  );
  const at = new Map(places.map((place, nth) => [place, nth]));
  const size = places.length;
  /** `most[i * size + j]`: how many more at most stand before place j than before place i. */
  const most = new Float64Array(size * size).fill(Infinity);
  const atMost = (i: number, j: number, people: number) => {
    most[i * size + j] = Math.min(most[i * size + j] ?? Infinity, people);
  };
  for (let i = 0; i < size; i += 1) {
    atMost(i, i, 0);
    if (i > 0) atMost(i, i - 1, 0);
  }
  for (const bound of bounds) {
    const [i, j] = [at.get(bound.from) ?? 0, at.get(bound.to) ?? 0];
    atMost(i, j, bound.most);
    atMost(j, i, -bound.least);
  }
  for (let k = 0; k < size; k += 1)
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1) atMost(i, j, (most[i * size + k] ?? 0) + (most[k * size + j] ?? 0));
  return places.flatMap((from, i) =>
    places.slice(i + 1).map((to, beyond) => {
      const j = i + 1 + beyond;
      return { round, from, to, least: -(most[j * size + i] ?? 0), most: most[i * size + j] ?? Infinity };
    })
  );
}

type Figures = { placed: number; spread: { ranges: readonly { from: number; to: number; count: number }[] } | null };

/**
 * Everything a round tells in figures. Older Plenary told thirds, quartiles and exact medians, too: they are read where
 * they are there.
 */
export function readsFigures(reader: Reader, round: number, { placed, spread }: Figures): void {
  reader.learns(round, 0, 1000, placed);
  if (!spread) return;
  for (const { from, to, count } of spread.ranges) reader.learns(round, from, to, count);
  const told = spread as {
    median?: number;
    quartiles?: readonly [number, number];
    thirds?: readonly (number | null)[];
  };
  // With one range the middle person is told by their place; with more, by ranges that are there already.
  if (told.median !== undefined && (spread.ranges.length === 1 || told.quartiles))
    standsAt(reader, round, placed, 0.5, told.median);
  if (told.quartiles)
    [0.25, 0.75].forEach((share, nth) => standsAt(reader, round, placed, share, told.quartiles?.[nth] ?? 0));
  [0, 400, 600].forEach((from, third) => {
    const count = told.thirds?.[third];
    if (count !== undefined) reader.learns(round, from, [400, 600, 1000][third] ?? 0, count ?? 1, count ?? 4);
  });
}

/** The person of this rank stands at `place`: exactly, or within half a tenth of it where tenths are told. */
function standsAt(reader: Reader, round: number, people: number, share: number, place: number): void {
  const rank = (people - 1) * share;
  if (rank % 1 !== 0) return;
  const wide = place % 100 === 0 ? 50 : 0.5;
  reader.learns(round, 0, place - wide, 0, rank);
  reader.learns(round, place + wide, 1000, 0, people - 1 - rank);
}

/** The edition tells all readers names and their places, so a reader subtracts these people first. */
export const withoutNamed = (edition: Edition): Edition => ({
  ...edition,
  blocks: edition.blocks.map((block) => {
    if (block.kind !== 'continuum' || !block.named) return block;
    const { named } = block;
    const last = block.rounds.length;
    const rounds = block.rounds.map((round) => {
      if (round.round !== last || !round.spread) return round;
      const ranges = round.spread.ranges.map(({ from, to, count }) => ({
        from,
        to,
        count: count - named.filter(({ x }) => isIn(x, from, to)).length
      }));
      return { ...round, placed: round.placed - named.length, spread: { ...round.spread, ranges } };
    });
    return { ...block, rounds };
  })
});

/** A place on a border belongs to the range nearer the middle, as the edition says. */
const isIn = (x: number, from: number, to: number): boolean =>
  (x > from || (x === from && (from < 500 || from === 0))) && (x < to || (x === to && (to >= 500 || to === 1000)));

/**
 * How many people moved and crossed, in the words of any version of Plenary. Where nothing is said, the number may be
 * anything from zero to all.
 */
export function readsMovement(
  reader: Reader,
  page: string,
  rounds: readonly { round: number; placed: number }[]
): void {
  const [one, other] = [rounds[0], rounds.at(-1)];
  if (!one || !other || one === other) return;
  const pairs = Math.min(one.placed, other.placed);
  const many = (words: string): Many => {
    const told = new RegExp(`(\\d+|Few|Nearly everybody) ${words}`).exec(page)?.[1];
    if (told === undefined) return { least: 0, most: pairs };
    if (told === 'Few') return { least: 0, most: 4 };
    if (told === 'Nearly everybody') return { least: pairs - 4, most: pairs };
    return { least: Number(told), most: Number(told) };
  };
  reader.learnsMovement({
    first: one.round,
    last: other.round,
    placed: [one.placed, other.placed],
    moved: many('moved by more than a tenth'),
    crossed: many('crossed the middle')
  });
}

const COUNT = '(\\d+)(%)?';
/** A sentence under a line: which parts it tells, by the words of the house. */
const SENTENCES: readonly (readonly [RegExp, readonly number[]])[] = [
  [new RegExp(`${COUNT} stood nearer .*, ${COUNT} in the middle, ${COUNT} nearer `), [0, 400, 600, 1000]],
  [new RegExp(`${COUNT} stood nearer .*, ${COUNT} in the middle or nearer `), [0, 400, 1000]],
  [new RegExp(`${COUNT} stood nearer .* or in the middle, ${COUNT} nearer `), [0, 600, 1000]],
  [new RegExp(`${COUNT} stood on the side of .*, ${COUNT} on the side of `), [0, 500, 1000]]
];

/** A percentage tells a count as well as it can: all that would be rounded up or down to it. */
export function readsSentence(reader: Reader, round: number, sentence: string, people: number): boolean {
  const [match, borders] =
    SENTENCES.map(([words, borders]) => [words.exec(sentence), borders] as const).find(([match]) => match) ?? [];
  if (!match || !borders) return false;
  borders.slice(1).forEach((to, nth) => {
    const said = Number(match[1 + 2 * nth]);
    const [least, most] = match[2 + 2 * nth]
      ? [Math.ceil(((said - 1) * people) / 100), Math.floor(((said + 1) * people) / 100)]
      : [said, said];
    reader.learns(round, borders[nth] ?? 0, to, Math.max(0, least), most);
  });
  return true;
}
