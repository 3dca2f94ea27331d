import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairKey } from './pair-key.ts';
import { suggestPairs, type Card } from './suggest-pairs.ts';
import { ARABIC, ENGLISH, GERMAN, judged, SPANISH } from './testing/gold.ts';

const ROOM = judged([...ENGLISH, ...SPANISH, ...GERMAN, ...ARABIC]).cards;
const board = (...texts: string[]): Card[] => texts.map((text, index) => ({ id: `c${index + 1}`, text }));
const sharedOf = (...texts: string[]) => suggestPairs(board(...texts)).map(({ shared }) => shared);

const word = fc.oneof(
  fc.constantFrom(
    'garden',
    'gardens',
    'bus',
    'the',
    'of',
    'Garten',
    'Gemeinschaftsgarten',
    'حديقة',
    'الحديقة',
    '花园',
    '🌱'
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 })
);
const cards = fc.uniqueArray(
  fc.record({
    id: fc.string({ maxLength: 4 }),
    text: fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))
  }),
  { selector: ({ id }) => id, maxLength: 12 }
);
const shuffled = (all: readonly Card[]) => fc.shuffledSubarray([...all], { minLength: all.length });

describe('the same cards', () => {
  it('are suggested alike in whatever order they come', () => {
    const anyOrder = cards.chain((all) => fc.tuple(fc.constant(all), shuffled(all)));
    fc.assert(fc.property(anyOrder, ([all, mixed]) => void expect(suggestPairs(mixed)).toEqual(suggestPairs(all))));
    const asked = suggestPairs(ROOM, { most: Infinity });
    const few = { numRuns: 10 };
    fc.assert(
      fc.property(shuffled(ROOM), (mixed) => void expect(suggestPairs(mixed, { most: Infinity })).toEqual(asked)),
      few
    );
  });

  it('come as pairs that are well formed, likeliest first, and each has a reason that its cards hold', () => {
    fc.assert(
      fc.property(cards, (all) => {
        const texts = new Map(all.map(({ id, text }) => [id, text]));
        let before = 1;
        for (const {
          cards: [first, second],
          score,
          shared
        } of suggestPairs(all, { leastScore: 0 })) {
          expect(first < second).toBe(true);
          expect(score).toBeLessThanOrEqual(before);
          before = score;
          expect(shared.length).toBeGreaterThan(0);
          expect(shared.length).toBeLessThanOrEqual(3);
          for (const [one, other] of shared) {
            expect(texts.get(first)).toContain(one);
            expect(texts.get(second)).toContain(other);
          }
        }
      })
    );
  });
});

describe('a pair that people refused', () => {
  it('does not come again, and the others come as before', () => {
    const asked = suggestPairs(ROOM, { most: Infinity });
    fc.assert(
      fc.property(fc.subarray(asked), (no) => {
        const refused = new Set(no.map(({ cards: [first, second] }) => pairKey(second, first)));
        const left = asked.filter((pair) => !no.includes(pair));
        expect(suggestPairs(ROOM, { most: Infinity, refused })).toEqual(left);
      }),
      { numRuns: 10 }
    );
  });

  it('makes room for the next one', () => {
    const [first, second] = suggestPairs(ROOM, { most: 2 });
    const refused = new Set(first ? [pairKey(...first.cards)] : []);
    expect(suggestPairs(ROOM, { most: 1, refused })).toEqual([second]);
  });
});

describe('no suggestion', () => {
  it.each([
    ['of no cards', []],
    ['of one card', ['a garden for all']],
    ['of empty cards', ['', '', '   ', '\n']],
    ['of emoji', ['🌱🌱', '🌱🌱', '👩‍👩‍👧', '👩‍👩‍👧', '1️⃣']],
    ['of punctuation', ['…', '…', '?!', '?!']],
    ['of what only holds sentences together', ['the end of it', 'the rest of us', 'the top of all']],
    ['of cards that share nothing', ['snow plowing', 'home sharing', 'time bank']]
  ])('%s', (_, texts) => {
    expect(suggestPairs(board(...texts))).toEqual([]);
  });

  it('beyond the most that is asked for', () => {
    const same = board(...Array.from({ length: 10 }, () => 'a garden for all'));
    expect(suggestPairs(same, { most: 0 })).toEqual([]);
    expect(suggestPairs(same, { most: 7 })).toHaveLength(7);
    expect(suggestPairs(same)).toHaveLength(20);
  });
});

describe('a suggestion', () => {
  it('of the same words is as sure as can be, be they ever so short', () => {
    const pair = (text: string) => suggestPairs(board(text, text, 'something else'));
    for (const text of ['a garden for all', 'TV', 'B', 'Y'.repeat(140), '网', 'في'])
      expect(pair(text)).toMatchObject([{ cards: ['c1', 'c2'], score: 1 }]);
  });

  it('does not see case, accents, or the points of vowels', () => {
    expect(suggestPairs(board('GRÜNE STRASSE', 'grüne Straße'))).toMatchObject([{ score: 1 }]);
    expect(suggestPairs(board('más árboles', 'Mas arboles'))).toMatchObject([{ score: 1 }]);
    expect(suggestPairs(board('مكتبة عامة', 'مكتبـــةٌ عامّة'))).toMatchObject([{ score: 1 }]);
  });

  it('names the shared words as each card writes them, the rarest first', () => {
    expect(sharedOf('connecting neighborhoods', 'Connections in the neighborhood', 'a neighborhood map')[0]).toEqual([
      ['connecting', 'Connections'],
      ['neighborhoods', 'neighborhood']
    ]);
  });

  it('names a word once, and at most three words', () => {
    expect(sharedOf('Street and streets, street', 'a street of streets')).toEqual([[['Street', 'street']]]);
    const [shared] = sharedOf('green quiet street with trees', 'street trees, green and quiet');
    expect(shared).toHaveLength(3);
  });

  it('needs a word as its reason', () => {
    const shared = sharedOf('a plan of the land', 'a plan of the lake', 'the end of the day');
    expect(shared).toEqual([[['plan', 'plan']]]);
  });

  it.each([
    ['compounds of German', 'Gemeinschaftsgarten', 'ein Garten', 'Gemeinschaftsgarten', 'Garten'],
    ['the article of Arabic', 'الحديقة جميلة', 'نريد حديقة', 'الحديقة', 'حديقة'],
    ['elisions of French', 'l’eau potable', 'manque d’eau', 'eau', 'eau'],
    ['inflected Spanish', 'bajar el alquiler', 'alquileres bajos', 'alquiler', 'alquileres'],
    ['scripts without spaces', '社区花园很美', '我们想要社区花园', '社区', '社区'],
    ['joined letters of Persian', 'کتاب‌های تازه', 'کتاب‌ها', 'کتاب‌های', 'کتاب‌ها']
  ])('sees through %s', (_, first, second, one, other) => {
    const [pair] = suggestPairs(board(first, second), { leastScore: 0 });
    expect(pair?.shared).toContainEqual([one, other]);
  });

  it('tells words of Hindi and of Japanese apart by the marks that are letters there', () => {
    expect(suggestPairs(board('किताब', 'कताब'))).toEqual([]);
    expect(suggestPairs(board('ガラス', 'カラス'))).toEqual([]);
  });
});
