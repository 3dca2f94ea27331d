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
import { ana, CONVENING, countedPorts, device, firstBlock, helper, phone, rules, STATEMENT } from './test-host.ts';
import { deviceOf, granted } from './test-server.ts';

/** Those who wrote a card each; Walter has no phone, and a helper typed his. */
export const WRITERS = ['bo', 'chidi', 'dana', 'eli', 'fay', 'gus'];

/**
 * A gathering over SQLite whose six people wrote “Need of …”, closed and published as edition 1. `hidden`: whose cards
 * those who lead hid. `onLine`: before that, Walter and these people stood on a line whose edition names them, if they
 * agree; all but Walter did.
 */
export async function publishedGathering({
  hidden = [],
  onLine = []
}: { hidden?: readonly string[]; onLine?: readonly string[] } = {}) {
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
  if (onLine.length > 0) await standOnLine();
  for (const name of hidden) await leads('hideCard', { card: card(name) }, activity);
  await leads('close', {});

  async function standOnLine(): Promise<void> {
    await leads('addBlock', blockOf('spectrogram', { statements: [STATEMENT], exposure: 'L3' }));
    const line = Object.keys(host.ledger().gathering.agenda).at(-1) ?? '';
    await leads('turnTo', { activity: line, from: activity });
    const view = host.view('console').activities[line]?.view as { statements: Record<string, object> };
    const [statement] = Object.keys(view.statements);
    const spot = { statement, version: 1, round: 1 };
    await leads('open', { statement }, line);
    for (const [nth, name] of onLine.entries()) {
      await phones.get(name)!('consent', { named: true }, line);
      await phones.get(name)!('place', { ...spot, x: 100 * (nth + 1) }, line);
    }
    await helps('place', { ...spot, x: 50, for: walter }, line);
    await leads('reveal', { statement }, line);
    await leads('lock', { statement }, line);
  }

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
