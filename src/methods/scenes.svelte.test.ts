import { tick, type Component } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { cleanup, render } from 'vitest-browser-svelte';
import type { Scenes } from '#contract/testing/scenes.ts';
import { asWall, barriers, COLOURS, showOn, takeThemeOff } from '../../tests/support/surfaces.ts';
import { pressAll, tabs } from '../../tests/support/press-all.ts';
import { papers, SET_UP, SIGHTS, sightsOf, type Sight } from '../../tests/support/scene-sights.ts';
import '../app.css';
import { surfaces } from './surfaces.ts';

/**
 * Every surface of every method can be used by everybody in each scene that its rules can bring about. A method need not
 * ask for it: its `testing/scenes.ts` is found by its name.
 */
const played = import.meta.glob<{ scenes: Scenes }>('./*/testing/scenes.ts', { eager: true });
const METHODS = Object.entries(played).map(([path, { scenes }]) => ({ method: path.split('/')[1] ?? '', scenes }));

/** What a thumb needs on a phone. */
const CONTROLS = 'section button, section summary, section [id]:is(input, textarea)';
const THUMB = 48;

afterEach(takeThemeOff);

describe.each(METHODS)('a $method can be used by everybody', ({ method, scenes }) => {
  const its = surfaces[method];

  test.each(['Board', 'BoardText', 'Phone', 'Console'] as const)('%s.svelte', async (surface) => {
    const component = (await its?.[surface]())?.default;
    expect(await barriersIn(surface, component, sightsOf(scenes, SIGHTS[surface]))).toEqual([]);
  });

  test('SetUp.svelte', async () => {
    expect(await barriersIn('SetUp', (await its?.SetUp())?.default, SET_UP)).toEqual([]);
  });

  test.runIf(its?.Print)('Print.svelte', async () => {
    const print = await its?.Print?.();
    expect(await barriersIn('Print', print?.default, print ? sightsOf(scenes, papers(print)) : [])).toEqual([]);
  });
});

/** A sentence for everything that is wrong. All looks of one size after the other: changing it takes long. */
async function barriersIn(surface: string, component: unknown, sights: readonly Sight[]): Promise<string[]> {
  expect(sights.length).toBeGreaterThan(0);
  const unpressed = new Set(sights.flatMap(({ press }) => press));
  const found: string[] = [];
  const seen = new Set<string>();
  for (const sight of sights.toSorted((one, other) => other.width - one.width)) {
    const told = (what: string) => found.push(`${surface} in ${sight.where}: ${what}`);
    try {
      await showOn('paper', sight.width, sight.height);
      const screen = await render(component as Component, sight.props);
      if (surface === 'Board') asWall(screen.container);
      for (const press of await pressAll(sight.press)) unpressed.delete(press);
      const all = tabs();
      for (const tab of all.length > 0 ? all : [null]) {
        tab?.click();
        await tick();
        await showOn('paper', sight.width, sight.height);
        for (const misfit of misfits(surface, sight.width)) told(misfit);
        if (!holdsNew(seen, sight.width)) continue;
        await stillness();
        for (const barrier of await barriers()) told(barrier);
        await showOn('lantern', sight.width, sight.height);
        await stillness();
        for (const barrier of await barriers(COLOURS)) told(`by lantern, ${barrier}`);
      }
      await screen.unmount();
    } catch (error) {
      told(`it throws ${String(error)}`);
      await cleanup();
    }
  }
  return [
    ...found,
    ...[...unpressed].map((press) => `${surface}: no scene of it has “${String(press)}” to be pressed`)
  ];
}

/**
 * Whether anything on this page has not been looked at before, in this place and in this state. Words and figures are
 * nothing new; that there are none is.
 */
function holdsNew(seen: Set<string>, width: number): boolean {
  const before = seen.size;
  const note = (element: Element, above: string): void => {
    const attributes = [...element.attributes].map(({ name, value }) =>
      STATES.test(name) ? `${name}=${value}` : name
    );
    const has = element.textContent.trim() === '' ? 'nothing' : 'words';
    const path = `${above} > ${element.localName}[${attributes.sort().join()}] ${has}`;
    seen.add(path);
    for (const child of element.children) note(child, path);
  };
  note(document.body, String(width));
  return seen.size > before;
}
const STATES = /^(class|role|type|open|hidden|aria-(?!label|labelledby|describedby|controls).*)$/;

/** A wall fades in, and grey on its way is not a grey of ours. */
async function stillness(): Promise<void> {
  await new Promise(requestAnimationFrame);
  for (const animation of document.getAnimations()) animation.finish();
}

function misfits(surface: string, width: number): string[] {
  const wide = document.documentElement.scrollWidth;
  const found = wide > width ? [`${wide} pixels wide on a screen of ${width}`] : [];
  if (surface !== 'Phone') return found;
  const shown = [...document.querySelectorAll(CONTROLS)].filter((one) => one.checkVisibility());
  const small = shown.filter((one) => one.getBoundingClientRect().height < THUMB);
  return [...found, ...small.map(({ outerHTML }) => `lower than ${THUMB} pixels: ${outerHTML}`)];
}
