import { expect, test } from 'vitest';
import { TextSync } from './text-sync.ts';

/**
 * A note in which two people write. What one sends reaches both at once, and each caret is where that person typed
 * last.
 */
function note() {
  const pieces: Record<string, string> = {};
  const pens: TextSync[] = [];
  const carets: number[] = [];
  const hand = (nth: number) => {
    const pen = new TextSync({
      write: async (piece) => {
        pieces[`p${Object.keys(pieces).length}`] = piece;
        for (const [other, each] of pens.entries())
          [carets[other] = 0] = each.take(pieces, [carets[other] ?? 0, carets[other] ?? 0]);
        return { version: 1 };
      },
      gather: async () => ({ version: 1 }),
      after: () => () => {},
      changed: () => {}
    });
    pens[nth] = pen;
    carets[nth] = 0;
    return (letters: string) => {
      const at = carets[nth] ?? 0;
      carets[nth] = at + letters.length;
      pen.type(pen.text.slice(0, at) + letters + pen.text.slice(at), at + letters.length);
      pen.flush();
    };
  };
  return { ana: hand(0), bo: hand(1), text: () => pens.map(({ text }) => text) };
}

test('two who write at the end of one note write two sentences, and not one made of both', () => {
  const { ana, bo, text } = note();
  for (let turn = 0; turn < 3; turn += 1) {
    ana(['We ', 'plant ', 'trees. '][turn] ?? '');
    bo(['They ', 'need ', 'water. '][turn] ?? '');
  }
  const [hers, his] = text();
  expect(hers).toBe(his);
  expect(hers).toContain('We plant trees.');
  expect(hers).toContain('They need water.');
});
