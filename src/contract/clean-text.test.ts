import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { COUNTED, WORDS } from '../../tests/support/writing-systems.ts';
import { clean, cleanLine, lengthOf } from './clean-text.ts';
import { passage, text } from './typed-text.ts';

const every = Object.values(WORDS).flat();
const taken = (schema: ReturnType<typeof text>, words: string): unknown => {
  const parsed = v.safeParse(schema, words);
  return parsed.success ? parsed.output : parsed.issues[0].type;
};

describe('correct words of any script', () => {
  it('are known in more than twenty scripts', () => expect(Object.keys(WORDS).length).toBeGreaterThan(20));

  it.each(Object.entries(WORDS))('are kept byte for byte in %s', (_script, words) => {
    for (const word of words) expect(clean(word)).toBe(word);
  });

  it('are kept byte for byte however they stand together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...every), { minLength: 1, maxLength: 9 }),
        fc.constantFrom(' ', '\n'),
        (words, gap) => {
          expect(clean(words.join(gap))).toBe(words.join(gap));
        }
      )
    );
  });
});

describe('what is taken out', () => {
  it('a tower of marks is cut at the fourth, on every letter', () => {
    expect(clean(`Z${'\u0335\u0301\u0327\u0300'.repeat(20)}a${'\u0301'.repeat(5)}lgo`)).toBe(
      'Z\u0335\u0301\u0327\u0300a\u0301\u0301\u0301\u0301lgo'
    );
  });

  it('nothing that separates words vanishes: it is a space or a line break', () => {
    expect(clean('one\ttwo')).toBe('one two');
    for (const end of ['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029']) {
      expect(clean(`one${end}two`)).toBe('one\ntwo');
      expect(cleanLine(`one${end}two`)).toBe('one two');
    }
    expect(cleanLine('a\n\n  - b')).toBe('a - b');
    expect(clean('a\n\n\n \n\nb\n\nc')).toBe('a\n\nb\n\nc');
  });

  it('what turns a neighbour’s words around or hides is gone', () => {
    expect(clean('\u202Eevil\u202C \u2067x\u2069 pass\u200Bword\uFEFF\u0007 so\u00ADft')).toBe('evil x password soft');
  });

  it('half a character is shown as one that is missing', () => expect(clean('a\uD83Db')).toBe('a\uFFFDb'));

  it.each([
    '\u3164',
    '\u2800\u2800',
    '\u0301\u0302',
    '\u115F\u1160',
    '\u200D\uFE0F',
    '\u{E0041}',
    ' \u2003\n',
    '\u2060'
  ])('what cannot be seen is no text (%j)', (unseen) => expect(clean(unseen)).toBe(''));

  it('is taken out for good: cleaning what is clean changes nothing', () => {
    const any = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom(...every));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (parts) => {
        const once = clean(parts.join(''));
        expect(clean(once)).toBe(once);
        expect(clean(cleanLine(once))).toBe(cleanLine(once));
      })
    );
  });
});

describe('a limit', () => {
  it.each(COUNTED)('counts what a person sees as a letter: %s', (words, letters) => {
    expect(lengthOf(words)).toBe(letters);
    expect(taken(passage(letters), words)).toEqual({ typed: clean(words) });
    expect(taken(passage(letters - 1), words)).toBe('check');
  });

  it('cannot be stretched by letters piled high', () => {
    const pile = `Z${'\u0E47'.repeat(5000)}`;
    expect(lengthOf(pile)).toBeGreaterThan(300);
    expect(taken(text(40), pile)).not.toHaveProperty('typed');
    expect(taken(text(40), 'a'.repeat(10_000_000))).toBe('max_length');
  });

  it('is kept on one line where the field has one', () => {
    expect(taken(text(40), 'one\ntwo')).toEqual({ typed: 'one two' });
    expect(taken(text(40), '\u3164')).toBe('min_length');
  });
});
