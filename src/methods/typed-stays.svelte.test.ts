import { tick, type Component } from 'svelte';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import type { Scenes } from '#contract/testing/scenes.ts';
import { pressAll, tabs } from '../../tests/support/press-all.ts';
import { SIGHTS, sightsOf, type Sight } from '../../tests/support/scene-sights.ts';
import '../app.css';
import { surfaces } from './surfaces.ts';

/**
 * What a person typed or chose stays when a message arrives, on every surface of every method in each scene: here
 * everything that the surface is shown comes anew, and says the same.
 */
const played = import.meta.glob<{ scenes: Scenes }>('./*/testing/scenes.ts', { eager: true });
const METHODS = Object.entries(played).map(([path, { scenes }]) => ({ method: path.split('/')[1] ?? '', scenes }));

describe.each(METHODS)('what is typed into a $method stays when a message arrives', ({ method, scenes }) => {
  test.each(['Phone', 'Console'] as const)('%s.svelte', async (surface) => {
    const component = (await surfaces[method]?.[surface]())?.default as Component;
    const { lost, typed } = await lostIn(component, sightsOf(scenes, SIGHTS[surface]));
    expect(lost).toEqual([]);
    expect(typed).toBeGreaterThan(0);
  });
});

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

async function lostIn(component: Component, sights: readonly Sight[]): Promise<{ lost: string[]; typed: number }> {
  const lost = new Set<string>();
  let typed = 0;
  for (const { where, width, height, press, props } of sights) {
    await page.viewport(width, height);
    const said: string[] = [];
    const heard = { ...props, say: (command: string) => (said.push(command), Promise.resolve({ version: 1 })) };
    const screen = await render(component, heard);
    await pressAll(press);
    const all = tabs();
    for (const tab of all.length > 0 ? all : [null]) {
      tab?.click();
      await tick();
      const filled = [...document.querySelectorAll<Field>(FIELDS)].flatMap((field) => {
        if (!field.checkVisibility()) return [];
        said.length = 0;
        fill(field);
        // What takes effect at once shows the state of the server.
        return said.length > 0 ? [] : [{ field, value: field.value, name: nameOf(field) }];
      });
      await tick();
      typed += filled.length;
      const before = filled.filter(({ field, value }) => field.isConnected && field.value === value);
      await screen.rerender(anew(heard));
      await tick();
      for (const { field, value, name } of before)
        if (!field.isConnected) lost.add(`${name}: the field is another one, in ${where}`);
        else if (field.value !== value) lost.add(`${name}: “${value}” became “${field.value}”, in ${where}`);
    }
    await cleanup();
  }
  return { lost: [...lost], typed };
}

// Not what several write at once: there each letter is sent, and merged with those of others.
const FIELDS = 'textarea:not([id^=note-]), select, input:is(:not([type]), [type=text], [type=search], [type=number])';

function fill(field: Field): void {
  if (field instanceof HTMLSelectElement) {
    const other = [...field.options].findLast(({ selected, disabled }) => !selected && !disabled);
    if (!other) return;
    field.value = other.value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return;
  }
  const figure = field instanceof HTMLInputElement && field.type === 'number' ? Number(field.min || 1) + 1 : null;
  field.value = figure === null ? 'Half a thought' : `${figure}`;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const nameOf = (field: Field): string => field.labels?.[0]?.textContent.trim() ?? field.ariaLabel ?? field.outerHTML;

/** As a message brings it: all that can be sent is another object. */
const anew = (props: object): object =>
  Object.fromEntries(
    Object.entries(props).map(([name, value]) => [
      name,
      ['view', 'mine', 'people', 'channelViews'].includes(name) ? structuredClone(value) : value
    ])
  );
