import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fillMissing, mergedText, pieceOf, applyPieces, textOf } from './yjs-text.ts';

/** A person who writes: what they typed since their last piece, as a piece. */
function writer(from: readonly string[] = []) {
  const doc = new Y.Doc();
  applyPieces(doc, from);
  let unsaid: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (local) unsaid.push(update);
  });
  return {
    text: textOf(doc),
    hear: (pieces: readonly string[]) => applyPieces(doc, pieces),
    say() {
      const piece = pieceOf(Y.mergeUpdates(unsaid));
      unsaid = [];
      return piece;
    }
  };
}

describe('pieces of writing', () => {
  it('come to one text in which nobody’s letters are missing, whatever their order', () => {
    const ana = writer();
    ana.text.insert(0, 'Bread for all');
    const first = ana.say();
    const bo = writer([first]);
    ana.text.insert(5, ' and roses');
    bo.text.insert(13, ', every day');
    const pieces = [first, ana.say(), bo.say()];
    expect(mergedText(pieces)).toBe('Bread and roses for all, every day');
    expect(mergedText(pieces.toReversed())).toBe(mergedText(pieces));
    expect(mergedText([...pieces, ...pieces])).toBe(mergedText(pieces));
  });

  it('that cannot be read are left out, and take no other along', () => {
    const ana = writer();
    ana.text.insert(0, 'Tools');
    expect(mergedText(['', '%%%', 'AAECAwQFBgc=', ana.say(), btoa('rubbish that is no update')])).toBe('Tools');
  });

  it('are never a fault, whatever they hold', () => {
    const ana = writer();
    ana.text.insert(0, 'Tools');
    const piece = ana.say();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(typeof mergedText([piece, pieceOf(bytes)])).toBe('string');
      })
    );
  });

  it('lose what was withdrawn, and not what others wrote in between', () => {
    const ana = writer();
    ana.text.insert(0, 'The cooperative of Bo Ndiaye');
    const first = ana.say();
    const bo = writer([first]);
    bo.text.insert(4, 'old ');
    const second = bo.say();
    ana.hear([second]);
    ana.text.insert(ana.text.length, ' in Dakar');
    const third = ana.say();
    bo.hear([third]);
    bo.text.insert(bo.text.length, ' is open');
    const fourth = bo.say();
    expect(mergedText([first, second, third, fourth])).toBe('The old cooperative of Bo Ndiaye in Dakar is open');
    expect(mergedText([second, fourth])).toBe('old  is open');
    expect(mergedText([first, third])).toBe('The cooperative of Bo Ndiaye in Dakar');
    expect(mergedText([first, second, fourth])).toBe('The old cooperative of Bo Ndiaye is open');
  });

  it('hide no direction-changing characters', () => {
    const ana = writer();
    ana.text.insert(0, 'left\u202eright');
    expect(mergedText([ana.say()])).toBe('leftright');
  });

  it('of three who write at once are complete when any of them withdraws', () => {
    const edit = fc.record({ who: fc.nat(2), at: fc.nat(100), hears: fc.boolean() });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 30 }), fc.nat(2), (edits, withdraws) => {
        const writers = [writer(), writer(), writer()];
        const said: { who: number; piece: string; letter: string }[] = [];
        edits.forEach(({ who, at, hears }, nth) => {
          const one = writers[who];
          if (!one) return;
          if (hears) one.hear(said.map(({ piece }) => piece));
          const letter = String.fromCodePoint(0x4e00 + nth);
          one.text.insert(at % (one.text.length + 1), letter);
          said.push({ who, piece: one.say(), letter });
        });
        const left = said.filter(({ who }) => who !== withdraws);
        const text = mergedText(left.map(({ piece }) => piece));
        expect([...text].sort()).toEqual(left.map(({ letter }) => letter).sort());
        const doc = new Y.Doc();
        for (const { piece } of left) applyPieces(doc, [piece]);
        fillMissing(doc);
        expect(textOf(doc).toString()).toBe(text);
      }),
      { numRuns: 300 }
    );
  });
});
