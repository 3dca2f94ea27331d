import type { Host } from '#gathering/host.ts';
import type { Vault } from '#gathering/ports.ts';
import { textsIn } from '#gathering/validate.ts';
import { forgetEverywhere } from './forget-everywhere.ts';

/**
 * CO13: the words of objections that were taken back or worded anew, and, once there is an edition, those that were left
 * out (CO16). CO17: and what those who lead struck out of earlier editions. Called again, it finds nothing left to forget.
 */
export async function forgetTakenBack(gathering: string, host: Host, { vault }: { vault: Vault }): Promise<void> {
  const { takenBack, struck, corrections, editions } = host.ledger().gathering;
  const said = editions > 0 ? Object.values(corrections).flatMap(({ disputes }) => Object.values(disputes)) : [];
  const gone = textsIn([takenBack, struck, said.filter(({ leftOut }) => leftOut !== null)]);
  if (gone.size > 0) await forgetEverywhere(vault, gathering, host, [...gone]);
}
