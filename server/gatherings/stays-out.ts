import { notesIn } from '#contract/outline-notes.ts';
import { asReal } from '#gathering/counted-roster.ts';
import type { Host } from '#gathering/host.ts';
import { rosterOf } from '#gathering/ledger.ts';
import type { StaysOut } from '../edition-api.ts';
import { streamOf } from '../hosting/hosted-gatherings.ts';
import { goneFrom } from './answers.ts';
import { harvestOf, unkeptIn, type Sources } from './edition.ts';
import { isPlayed, simulatedTexts, withoutNotesOf } from './simulated-texts.ts';

/** What notes of this gathering are in no edition, and why: those who lead are told before they publish. */
export async function staysOut(gathering: string, host: Host, { vault, rules }: Sources): Promise<StaysOut> {
  const ledger = host.ledger();
  const gone = goneFrom(ledger, rules);
  const leftOutBy = (who: 'author' | 'team') => gone.filter(({ by }) => by === who).length;
  const texts = await simulatedTexts(ledger, streamOf(gathering), vault);
  const kept = notesIn(withoutNotesOf(harvestOf(host, rules), texts)).length;
  const withSimulated = isPlayed(ledger) ? kept : notesIn(harvestOf(host, rules, asReal(rosterOf(ledger)))).length;
  return {
    ...unkeptIn(ledger, rules),
    author: leftOutBy('author'),
    team: leftOutBy('team'),
    simulated: withSimulated - kept
  };
}
