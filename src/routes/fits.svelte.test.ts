import { tick, type Component } from 'svelte';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/bricolage-grotesque/wght.css';
import {
  quietAll as quietCafePhone,
  quietBoard as quietCafe,
  quietOwn as quietGuest,
  quietTable
} from '#methods/cafe/testing/views.ts';
import * as cafe from '#methods/cafe/surface-fixtures.ts';
import { people as cafePeople, T0 as cafeTime } from '#methods/cafe/testing/console-view.ts';
import {
  quietAll as quietCircle,
  quietBoard as quietBowl,
  quietOwn as quietSitter,
  NOW
} from '#methods/fishbowl/testing/views.ts';
import * as fishbowl from '#methods/fishbowl/surface-fixtures.ts';
import { people as bowlPeople } from '#methods/fishbowl/testing/console-view.ts';
import * as spectrogram from '#methods/spectrogram/surface-fixtures.ts';
import { scenes as lines } from '../../tests/bench/board/scenes.ts';
import { findOverflow } from '../../tests/support/overflow.ts';
import { LONGEST_TEXTS, withLongestTexts } from '../../tests/support/longest-texts.ts';
import { tabs } from '../../tests/support/press-all.ts';
import { live } from '../../tests/support/surfaces.ts';
import type { Doc } from '#wire/messages.ts';
import { surfaces } from '#methods/surfaces.ts';
import '../app.css';
import BoardScreen from './board/BoardScreen.svelte';

/** Everything that may be typed fits on every surface of every method, in each of the scenes it can show. */
type Scenes = Record<string, object>;
const map = <One>(scenes: Readonly<Record<string, One>>, to: (scene: One) => object): Scenes =>
  Object.fromEntries(Object.entries(scenes).map(([name, scene]) => [name, to(scene)]));

const some = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, lines[name]?.() ?? {}]));
const boards: Record<string, Scenes> = {
  cafe: map(cafe.boards, (changes) => ({ ...quietCafe, ...changes })),
  fishbowl: map(fishbowl.boards, (changes) => ({ ...quietBowl, ...changes })),
  spectrogram: some([
    'blind',
    'thirty',
    'ghosts',
    'mirrored',
    'compared',
    'cloud',
    'replay',
    'called',
    'reasons',
    'long'
  ])
};
const say = () => Promise.resolve({ version: 1 });
const phones: Record<string, Scenes> = {
  cafe: map(cafe.phones, ({ view, mine = {}, ours }) => ({
    view: { ...quietCafePhone, ...view },
    mine: mine && { ...quietGuest, ...mine },
    channelViews: ours ? { 'table:t7': { ...quietTable, ...ours } } : {}
  })),
  fishbowl: map(fishbowl.phones, ({ view, mine }) => ({
    view: { ...quietCircle, ...view },
    mine: mine ? { ...quietSitter, ...mine } : null
  })),
  spectrogram: map(spectrogram.phones, ({ view, mine = null, ballot = null }) => ({ view, mine, ballot }))
};
const desks: Record<string, Scenes> = {
  cafe: map(cafe.desks, (view) => ({ view, people: cafePeople, now: () => cafeTime })),
  fishbowl: map(fishbowl.desks, ({ view, leads = true }) => ({ view, leads, people: bowlPeople })),
  spectrogram: map(spectrogram.desks, ({ view, leads = true }) => ({ view, leads, people: spectrogram.people }))
};
const METHODS = Object.keys(surfaces);

const rest = {
  say,
  sayWithPhoto: say,
  photoAt: (photo: string) => `data:image/gif;base64,${photo}`,
  link: live,
  now: () => NOW,
  licence: 'CC-BY-SA-4.0',
  arrival: null,
  leads: true
};

type Size = readonly [width: number, height: number, text?: number];
const WALLS: readonly Size[] = [
  [1920, 1080],
  [1024, 768]
];
const DESKS: readonly Size[] = [
  [320, 800],
  [1024, 768],
  [1280, 800],
  [1280, 800, 2],
  [1920, 1080]
];
const PHONES: readonly Size[] = [
  [320, 568],
  [360, 640],
  [360, 640, 2]
];
const TWINS: readonly Size[] = [
  [320, 800],
  [360, 640, 2],
  [1280, 800]
];

/**
 * What does not fit in any of these scenes, with the scene and the width. One size after the other: changing it takes
 * longest.
 */
async function misfitsIn(
  scenes: Scenes,
  sizes: readonly Size[],
  draw: (scene: object) => Promise<{ unmount(): unknown }>
): Promise<string[]> {
  const found: string[] = [];
  for (const [width, height, text = 1] of sizes) {
    document.documentElement.style.fontSize = `${text * 100}%`;
    await page.viewport(width, height);
    for (const [name, scene] of Object.entries(scenes)) {
      const screen = await draw(scene);
      const all = tabs();
      for (const tab of all.length > 0 ? all : [null]) {
        tab?.click();
        await tick();
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        // A wall looks at its own size after the frame in which it came.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        // What is still on its way is looked at where it will be.
        for (const animation of document.getAnimations()) animation.finish();
        found.push(...findOverflow().map((overflow) => `${name}, ${width}, ${text * 100} %: ${overflow}`));
      }
      await screen.unmount();
    }
  }
  document.documentElement.style.fontSize = '';
  return found;
}

/** Each sweeps through many scenes, on a machine that may be busy. */
beforeAll(async () => {
  const fonts = ['700 20px "Bricolage Grotesque Variable"', '600 20px "Atkinson Hyperlegible Next Variable"'];
  await Promise.all([
    ...fonts.map((font) => document.fonts.load(font)),
    ...Object.values(surfaces).flatMap(({ Board, Phone, Console, BoardText }) => [
      Board(),
      Phone(),
      Console(),
      BoardText()
    ])
  ]);
});
afterEach(() => page.viewport(1280, 800));

async function wall(doc: object) {
  const shown = { host: 'plenary.example', qr: { size: 29, path: 'M0 0h29v29H0z' }, editionQr: null, wall: true };
  const { now, photoAt } = rest;
  const screen = await render(BoardScreen, { ...shown, doc: doc as Doc, now, photoAt });
  Object.assign(screen.container.style, { position: 'fixed', inset: '0' });
  await expect.poll(() => document.querySelector('.scene > *'), { interval: 5 }).not.toBe(null);
  return screen;
}

/** Words that are wider than any page: of two scenes one has the one, one the other. */
const strainedScenes = (scenes: Scenes): Scenes =>
  Object.fromEntries(
    Object.entries(scenes).map(([name, scene], index) => [
      name,
      withLongestTexts(scene, index % 2 ? LONGEST_TEXTS.address : LONGEST_TEXTS.word)
    ])
  );
const drawing = (component: Component | undefined) => (props: object) => {
  if (!component) throw new Error('This method has no such surface.');
  return render(component, { ...rest, ...props });
};

const LONGEST = ['word', 'words'] as const;

describe.each(METHODS)('of a %s', (method) => {
  test.each(LONGEST)('nothing on a wall is cut or covered, whatever the longest %s', async (longest) => {
    const gathering = {
      phase: 'open',
      title: 'An evening',
      now: 'a1',
      place: 'The library',
      code: '482915',
      present: 61,
      pages: { held: false, turn: 0 }
    };
    const scenes = map(boards[method] ?? {}, (view) => withLongestTexts(view, LONGEST_TEXTS[longest]));
    const found = await misfitsIn(scenes, longest === 'word' ? WALLS : WALLS.slice(0, 1), (view) =>
      wall({ gathering, activities: { a1: { method, view } } })
    );
    expect(found).toEqual([]);
  });

  test('nothing on a phone is cut or out of reach', async () => {
    const draw = drawing((await surfaces[method]?.Phone())?.default as Component | undefined);
    expect(await misfitsIn(strainedScenes(phones[method] ?? {}), PHONES, draw)).toEqual([]);
  });

  test('nothing on a console is cut or out of reach', async () => {
    const draw = drawing((await surfaces[method]?.Console())?.default as Component | undefined);
    expect(await misfitsIn(strainedScenes(desks[method] ?? {}), DESKS, draw)).toEqual([]);
  });

  test('nothing of the text twin is cut or out of reach', async () => {
    const draw = drawing((await surfaces[method]?.BoardText())?.default as Component | undefined);
    const scenes = strainedScenes(map(boards[method] ?? {}, (view) => ({ view })));
    expect(await misfitsIn(scenes, TWINS, draw)).toEqual([]);
  });
});

test('a welcome holds the longest title and place in any script, and the code is whole', async () => {
  const scenes = map(LONGEST_TEXTS, (words) => ({ title: words(120), place: words(80) }));
  const found = await misfitsIn(scenes, WALLS, async (titled) => {
    const gathering = { ...titled, phase: 'open', now: null, code: '482915', present: 300 };
    const screen = await wall({ gathering, activities: {} });
    await expect.element(page.getByText('482 915')).toBeVisible();
    return screen;
  });
  expect(found).toEqual([]);
});
