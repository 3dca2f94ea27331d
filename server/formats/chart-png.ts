import { Resvg } from '@resvg/resvg-js';

/** Twice as wide as the drawing, for paper. */
const WIDE = 2160;
const PAPER = '#ffffff';
const font = { loadSystemFonts: true };
const LETTER =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="9" font-family="system-ui, sans-serif">A</text></svg>';

/**
 * A drawing as a PNG, with the fonts of this machine; null where it has none. A picture without its words would be worse
 * than no picture.
 */
export function chartPng(drawing: string): Uint8Array<ArrayBuffer> | null {
  if (new Resvg(LETTER, { font }).innerBBox() === undefined) return null;
  const drawn = new Resvg(drawing, { background: PAPER, fitTo: { mode: 'width', value: WIDE }, font }).render();
  return new Uint8Array(drawn.asPng());
}
