import type { Component } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Scenes } from '#contract/testing/scenes.ts';
import { asWall, barriers, showOn, takeThemeOff } from '../tests/support/surfaces.ts';
import { SET_UP, SIGHTS, sightsOf, type Sight } from '../tests/support/scene-sights.ts';
import './app.css';

/** Draws the surfaces of the method that docs/add-a-method.md shows, in each of its scenes. */
const drawn = import.meta.glob<{ default: Component }>('../test-results/guide/fist/*.svelte', { eager: true });
const played = import.meta.glob<{ scenes: Scenes }>('../test-results/guide/fist/testing/scenes.ts', { eager: true });
const [scenes = {}] = Object.values(played).map((file) => file.scenes);
const surface = (name: string) => drawn[`../test-results/guide/fist/${name}.svelte`]?.default;

afterEach(takeThemeOff);

test.each(['Board', 'BoardText', 'Phone', 'Console', 'SetUp'] as const)(
  '%s.svelte can be used by everybody',
  async (name) => {
    const sights: Sight[] = name === 'SetUp' ? [...SET_UP] : sightsOf(scenes, SIGHTS[name]);
    expect(sights.length).toBeGreaterThan(0);
    for (const { width, height, props, where } of sights) {
      await showOn('paper', width, height);
      const screen = await render(surface(name) as Component, props);
      if (name === 'Board') asWall(screen.container);
      expect(await barriers(), where).toEqual([]);
      expect(document.documentElement.scrollWidth, where).toBeLessThanOrEqual(width);
      await screen.unmount();
    }
  }
);
