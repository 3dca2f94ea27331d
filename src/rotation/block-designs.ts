import { around } from './step-rule.ts';

/**
 * Rounds that are turned out of one another: points stand on circles of `around` points each, and every turn moves each
 * point one place on its circle. Points left over do not move. A letter or figure is a point, a word is a table. (Found
 * by annealing one round so that all differences on and between circles differ; that the turned rounds repeat no pair
 * is checked by the tests.)
 */
type Turned = { around: number; rounds: readonly string[]; standing?: readonly string[] };

/** By tables × people at each: Kirkman's schoolgirls and their relatives, and the 32 golfers. */
const DESIGNS: Readonly<Record<string, Turned>> = {
  '5×3': { around: 7, rounds: ['08d 134 27b 5ce 69a'] },
  '6×3': { around: 4, rounds: ['08b 12e 356 4dg 7af 9ch', '059 1cf 28g 37h 4ae 6bd'] },
  '7×3': {
    around: 7,
    standing: ['07e 18f 29g 3ah 4bi 5cj 6dk', '08g 19h 2ai 3bj 4ck 5de 67f', '0ak 1be 2cf 3dg 47h 58i 69j'],
    rounds: ['026 1aj 37i 49e 5bh 8cd fgk']
  },
  '8×3': { around: 11, rounds: ['02k 1ch 36g 4im 59a 7fj 8en bdl'] },
  '9×3': { around: 13, rounds: ['0kn 14p 2fo 3ij 5ch 6ab 79d 8mq egl'] },
  '10×3': { around: 14, rounds: ['0ht 1eo 28n 35l 4fg 6kq 7bc 9js adi mpr'] },
  '7×4': { around: 9, rounds: ['07gl 1cij 256a 39dm 4koq 8bnr efhp'] }
};

/** Rounds, tables, points. Null where nothing is stored. */
export function designOf(tables: number, size: number): number[][][] | null {
  const key = `${tables}×${size}`;
  const design = Object.hasOwn(DESIGNS, key) ? DESIGNS[key] : undefined;
  if (!design) return null;
  const circles = Math.floor((tables * size) / design.around) * design.around;
  const turned = (point: number, turn: number) => {
    if (point >= circles) return point;
    const place = point % design.around;
    return point - place + around(place + turn, design.around);
  };
  const tablesOf = (round: string) => round.split(' ').map((table) => [...table].map((point) => parseInt(point, 36)));
  return [
    ...(design.standing ?? []).map(tablesOf),
    ...design.rounds.flatMap((round) =>
      Array.from({ length: design.around }, (_, turn) =>
        tablesOf(round).map((table) => table.map((point) => turned(point, turn)))
      )
    )
  ];
}
