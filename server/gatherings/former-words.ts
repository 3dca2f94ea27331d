import { formerIn, wordsNow } from '#gathering/former-words.ts';
import type { Host } from '#gathering/host.ts';
import type { Vault } from '#gathering/ports.ts';
import { wordingOf } from '#gathering/split-notes.ts';
import { editionStream } from '../commons/kept-edition.ts';
import type { FormerWords } from '../edition-api.ts';
import { slugFor } from './edition.ts';

/** CO17: what earlier editions say in the words of those who lead, and the next one does not; each wording once. */
export async function formerWordsOf(gathering: string, host: Host, vault: Vault): Promise<FormerWords[]> {
  const state = host.ledger().gathering;
  const former = formerIn(state).map(({ text }) => text);
  const ids = former.map(({ text }) => text);
  const printed = await vault.present(editionStream(slugFor(gathering, host)), ids);
  const now = new Set([...wordsNow(state)].map((text) => host.words({ text })));
  const marks = new Map<string, string[]>();
  for (const text of former) {
    const words = host.words(text) as string | null;
    if (words === null || now.has(words) || !printed.has(text.text)) continue;
    marks.set(words, [...(marks.get(words) ?? []), wordingOf(text)]);
  }
  return [...marks].map(([words, marks]) => ({ words, marks }));
}
