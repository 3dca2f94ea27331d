import { noteAddress } from '#contract/note-address.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import { blockOf } from './samples.ts';
import { ana, CONVENING, countedPorts, device, firstBlock, open, phone, rules } from './test-host.ts';

/**
 * A gathering with cards that goes on. The first of `people` wrote these `texts`, each of at most sixteen small letters;
 * `notes` are their addresses.
 */
export async function openCards<const Texts extends readonly string[]>(texts: Texts, people: readonly string[]) {
  const stores = openMemory();
  const host = await open(stores, countedPorts(stores));
  const leads = device(() => host, ana);
  const phones = people.map((person) => device(() => host, phone(person)));
  await leads('convene', CONVENING);
  await leads('addBlock', blockOf('cards', { questions: ['What do we need?'] }));
  const activity = firstBlock(host);
  await leads('turnTo', { activity, from: null });
  for (const say of phones) await say('join', { name: null, rehearsed: false });
  const [begins] = rules.methods['cards']!.next(host.ledger().activities[activity]?.state);
  await leads(begins!.command, begins!.input, activity);
  const cards = texts.map((text) => text.padEnd(16, '0'));
  for (const card of cards) await phones[0]!('writeCard', { card, question: 0, text: card }, activity);
  const notes = cards.map((card) => noteAddress(activity, card)) as { [Nth in keyof Texts]: string };
  return { host, leads, phones, notes, activity, cards, stores };
}

/** The same gathering once it has closed. */
export async function closedCards<const Texts extends readonly string[]>(texts: Texts, people: readonly string[]) {
  const opened = await openCards(texts, people);
  await opened.leads('close', {});
  return opened;
}
