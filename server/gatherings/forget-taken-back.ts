import type { Host } from '#gathering/host.ts';
import type { Vault } from '#gathering/ports.ts';
import { textsIn } from '#gathering/validate.ts';
import { forgetEverywhere } from './forget-everywhere.ts';

/** CO13: the words of objections that were taken back or worded anew. Called again, it finds nothing left to forget. */
export async function forgetTakenBack(gathering: string, host: Host, { vault }: { vault: Vault }): Promise<void> {
  const { takenBack } = host.ledger().gathering;
  if (takenBack.length > 0) await forgetEverywhere(vault, gathering, host, [...textsIn(takenBack)]);
}
