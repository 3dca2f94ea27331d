import type { Edition } from '#harvest/document.ts';
import { noteAddress } from '#contract/note-address.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { openHost } from '#gathering/host.ts';
import { openCatalogue } from '#server/commons/catalogue.ts';
import { openCommons } from '#server/commons/commons.ts';
import { publish } from '#server/gatherings/publish.ts';
import { streamOf } from '#server/hosting/hosted-gatherings.ts';
import { openSqlite } from '#server/log/sqlite/sqlite.ts';
import { temporaryFolder } from './folders.ts';
import { blockOf } from './samples.ts';
import { ana, CONVENING, countedPorts, device, firstBlock, helper, phone, rules } from './test-host.ts';
import { deviceOf, granted } from './test-server.ts';

/** Those who wrote a card each; Walter has no phone, and a helper typed his. */
export const WRITERS = ['bo', 'chidi', 'dana', 'eli', 'fay', 'gus'];

/**
 * A gathering over SQLite whose six people wrote “Need of …”, closed and published as edition 1. `hidden`: whose cards
 * those who lead hid.
 */
export async function publishedGathering({ hidden = [] }: { hidden?: readonly string[] } = {}) {
  const folder = await temporaryFolder();
  const stores = await openSqlite({ data: folder.path });
  const catalogue = await openCatalogue(stores.log);
  const commons = openCommons({ ...stores, merged: mergedText, data: folder.path });
  await catalogue.open('tea', 'ana');
  const host = await openHost(streamOf('tea'), countedPorts(stores), rules);
  const leads = device(() => host, ana);
  await leads('convene', CONVENING);
  await leads('addBlock', blockOf('cards', { questions: ['What do we need?'] }));
  const activity = firstBlock(host);
  await leads('turnTo', { activity, from: null });
  const [begins] = rules.methods['cards']!.next(host.ledger().activities[activity]?.state);
  await leads(begins!.command, begins!.input, activity);
  const phones = new Map(WRITERS.map((name) => [name, device(() => host, phone(name))]));
  const card = (name: string) => `note0000${name}`.padEnd(16, '0');
  for (const [name, say] of phones) {
    await say('join', { name: `Name of ${name}`, rehearsed: false });
    await say('writeCard', { card: card(name), question: 0, text: `Need of ${name}` }, activity);
  }
  const helps = device(() => host, helper);
  await helps('addWalkIn', { name: 'Name of walter' });
  const { people } = host.ledger().gathering;
  const walter = Object.keys(people).find((person) => people[person]?.via === 'walk-in') ?? '';
  await helps('writeCard', { card: card('walter'), question: 0, text: 'Need of walter', for: walter }, activity);
  for (const name of hidden) await leads('hideCard', { card: card(name) }, activity);
  await leads('close', {});

  const at = { ...stores, catalogue, rules, merged: mergedText, now: () => 1_700_000_000_000 };
  const press = (after: number) => ({ device: deviceOf(`press${after}`), title: 'What we need', summary: '', after });
  const published = (after: number) => publish(at, 'tea', host, ana, press(after));
  const { slug } = granted(await published(0));
  return {
    ...{ folder, stores, catalogue, commons, host, leads, helps, walter, at, published, slug },
    addressOf: (name: string) => noteAddress(activity, card(name)),
    says: async (name: string, command: string, input: object) => granted(await phones.get(name)!(command, input)),
    edition: (version?: number): Promise<Edition | null> => commons.edition(slug, version),
    async close() {
      await host.close();
      commons.close();
      catalogue.close();
      await stores.close();
      await folder.remove();
    }
  };
}
