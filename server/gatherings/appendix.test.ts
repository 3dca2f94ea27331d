import { expect, test } from 'vitest';
import type { Edition } from '#harvest/document.ts';
import { archiveFiles } from '#harvest/formats/archive-files.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { formats, harvest } from '#words/index.ts';
import { strFromU8, unzipSync } from 'fflate';
import { blockOf } from '../../tests/support/samples.ts';
import { ana, CONVENING, device, firstBlock, open, phone, rules } from '../../tests/support/test-host.ts';
import { openMemory } from '../log/memory/memory.ts';
import { nextEdition } from './edition.ts';

/** A fishbowl in which Bo sat, and what of it an edition would say. */
async function closedBowl() {
  const stores = openMemory();
  const host = await open(stores);
  const leads = device(() => host, ana);
  const bo = device(() => host, phone('bo'));
  await leads('convene', CONVENING);
  await leads('addBlock', blockOf('fishbowl', { question: 'What now?', invited: [] }));
  const activity = firstBlock(host);
  await leads('turnTo', { activity, from: null });
  await bo('join', { name: null, rehearsed: false });
  await leads('turnTo', { stage: 'bowl', from: 'ready' }, activity);
  await bo('ask', { why: null, chair: null, tag: null }, activity);
  await bo('sit', {}, activity);
  await leads('close', {});
  const sources = { ...stores, rules, now: () => 0, merged: mergedText };
  return { host, leads, edition: async () => (await nextEdition('gathering-1', host, sources))! };
}

const GINI = 'somebody’s first';
const UNPACKED = /\.(docx|xlsx)$/;
/** Every file of an edition as text. */
const filesOf = async (edition: Edition): Promise<(readonly [path: string, text: string])[]> =>
  (await archiveFiles(edition, { ...harvest, formats })).map(({ path, content }) => {
    const packed = UNPACKED.test(path)
      ? Object.values(unzipSync(content as Uint8Array)).map((part) => strFromU8(part))
      : [];
    return [path, packed.join('') || String(content)] as const;
  });
const telling = async (edition: Edition): Promise<string[]> =>
  (await filesOf(edition)).flatMap(([path, text]) => (text.includes(GINI) ? [path.replace(edition.slug, '')] : []));

test('HD11 no format tells a figure nobody asked for, until those who lead switch the appendix on; undo takes it back', async () => {
  const { leads, host, edition } = await closedBowl();
  expect(await telling(await edition())).toEqual([]);
  await leads('setAppendix', { on: true });
  expect((await telling(await edition())).sort()).toEqual(
    ['.csv', '.docx', '.json', '.md', '.xlsx', 'figures.csv', 'index.html'].sort()
  );
  expect((await edition()).blocks.at(-1)).toMatchObject({ id: 'appendix' });
  const { deskUndo } = host.view('console');
  await leads('undo', { step: deskUndo?.step });
  expect(await telling(await edition())).toEqual([]);
});
