import { renderUnicodeCompact } from 'uqr';

/** What the operator reads at the start. The first line stays as it is: scripts wait for it. */
export function banner(at: { local: string; inTheRoom: string[]; setUp: string | null }): string {
  const [best] = at.inTheRoom;
  const lines = [
    `Plenary is open at ${at.local}`,
    ...at.inTheRoom.map((address) => `In the room: ${address}`),
    ...(best ? ['', renderUnicodeCompact(best, { border: 2 })] : []),
    ...(at.setUp === null ? [] : ['', 'Nobody has set this Plenary up yet. This link does it, once:', at.setUp]),
    ''
  ];
  return lines.join('\n');
}
