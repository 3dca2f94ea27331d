import axe from 'axe-core';
import { page } from 'vitest/browser';
import type { ConnectionState } from '#lib/live/connection-state.ts';

/** A phone that is connected and has said everything. */
export const live: ConnectionState = { state: 'live', waiting: 0, sinceMs: 0, held: null, refused: null, gone: null };

/** On paper and by lantern. */
export const THEMES = ['paper', 'lantern'] as const;

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const off = { enabled: false };
// The page around a method has the first heading, the landmarks and the title of the activity.
const ASKED = {
  'page-has-heading-one': off,
  'landmark-one-main': off,
  region: off,
  'heading-order': off,
  // Off by default in axe. A person who controls the page by voice says the words that they see on a button.
  'label-content-name-mismatch': { enabled: true }
};

export async function showOn(theme: (typeof THEMES)[number], width: number, height: number): Promise<void> {
  document.documentElement.dataset['theme'] = theme;
  // Asking for the size that it has already takes as long as changing it.
  if (innerWidth !== width || innerHeight !== height) await page.viewport(width, height);
}

export function takeThemeOff(): void {
  delete document.documentElement.dataset['theme'];
}

/** The sizes that a wall of 1280 by 720 hands down to what is drawn on it. */
export function asWall(container: HTMLElement): void {
  for (const [name, value] of [
    ['--u', '0.66px'],
    ['--body', '38px'],
    ['--label', '32px'],
    ['--line', '2px']
  ] as const)
    container.style.setProperty(name, value);
}

/** The rules that look at colours: what else there is has no theme. */
export const COLOURS: axe.RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** What axe finds on what is shown, which is about half of what can be wrong. */
export async function barriers(asked: axe.RunOptions = { runOnly: RULES, rules: ASKED }): Promise<string[]> {
  // What passed is not told, and there is nothing outside this page: to write of the one and look for the other takes time.
  const { violations } = await axe.run(document, {
    ...asked,
    resultTypes: ['violations'],
    preload: false,
    iframes: false
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
