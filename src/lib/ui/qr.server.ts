import { encode } from 'uqr';
import type { QrShape } from './qr.ts';

/** Drawn here so that no page carries an encoder. Level M: a code seen from the side of a hall must survive a glare. */
export function qrOf(text: string): QrShape {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, border: 4 });
  const runs = data.flatMap((row, y) => rowRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { size, path: runs.join('') };
}

/** In upper case an address needs fewer modules, so each is larger on the wall: hosts, codes and keys do not mind. */
export const joinQr = (address: string, code: string, key: string): QrShape =>
  qrOf(`${address}/${code}+${key}`.toUpperCase());

function rowRuns(row: readonly boolean[]): [x: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
