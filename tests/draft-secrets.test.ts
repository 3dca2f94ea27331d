import { describe, expect, test } from 'vitest';
import type { HarvestBlock } from '#contract/harvest-blocks.ts';
import type { Played, Scenes } from '#contract/testing/scenes.ts';
import { resolve, type Known } from '#gathering/validate.ts';
import type { SeenBlock } from '#harvest/document.ts';
import { withAppendix } from '#harvest/appendix.ts';
import { archiveFiles } from '#harvest/formats/archive-files.ts';
import { addressed } from '#harvest/note-addresses.ts';
import { withPictures, type BareBlock } from '#harvest/pictures.ts';
import { withTimes } from '#harvest/table.ts';
import { worded } from '#harvest/worded.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { harvestWordsOf, methods } from '#methods/index.ts';
import { formats, harvest } from '#words/index.ts';
import { edition } from './support/editions.ts';

const known: Known = { text: (id) => id, writing: mergedText };
const words = { ...harvest, formats };

/** Every file that can be taken away of these blocks. */
async function filesOf(left: readonly HarvestBlock[]): Promise<string[]> {
  const bare = (resolve(left, known) as BareBlock[]).map((block) =>
    addressed(block, (note) => note.replace(/\W/g, ''))
  );
  const timed = withPictures(bare, new Map()).map((block): SeenBlock => withTimes(block, 'UTC'));
  const blocks = withAppendix(worded(timed, harvestWordsOf), true, harvest);
  const files = await archiveFiles(edition({ blocks }), words);
  return files.map(({ path, content }) => `${path} ${Buffer.from(content as Uint8Array).toString('base64')}`);
}

const scenesOf = async (method: string) => {
  const { scenes } = (await import(`../src/methods/${method}/testing/scenes.ts`)) as { scenes: Scenes };
  return Object.entries(scenes).map(([name, scene]) => ({
    name,
    play: typeof scene === 'function' ? scene : scene.play
  }));
};

describe.each(Object.keys(methods))('HD10 a draft of %s, in every scene and format,', (method) => {
  test('stays the same whatever waits in the room', async () => {
    for (const { name, play } of await scenesOf(method)) {
      const played: Played = play();
      expect(await filesOf(played.draftOtherwise()), name).toEqual(await filesOf(played.draft()));
    }
  });
});
