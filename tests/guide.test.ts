import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import type { AnyMethod } from '#contract/method.ts';
import type { Played } from '#contract/testing/scenes.ts';
import type { MethodSteps } from '#methods/steps.ts';
import { gathering } from '#gathering/gathering.ts';
import { openHost } from '#gathering/host.ts';
import { rosterOf, ruleOf } from '#gathering/ledger.ts';
import type { SeenBlock } from '#harvest/document.ts';
import { isEdition } from '#harvest/edition-schema.ts';
import { markdown } from '#harvest/markdown.ts';
import { wordless, worded } from '#harvest/worded.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import { harvest as words } from '#words/en.ts';
import { edition } from './support/editions.ts';
import { GUIDE, layGuide, linesOf } from './support/guide.ts';
import { ana, CONVENING, countedPorts, device, firstBlock, phone } from './support/test-host.ts';

/**
 * Runs what docs/add-a-method.md shows: its own tests, its rules in a real host, its simulated people. Its surfaces are
 * drawn by src/guide.svelte.test.ts.
 */
const LINES_MOST = 500;
const files = layGuide();
const load = (name: string): Promise<unknown> => import(pathToFileURL(join(GUIDE, name)).href);

// Its tests join this file's: they must be declared while it is being read.
for (const name of files) if (name.endsWith('.test.ts')) await load(name);

it('shows a method that is made of few lines, by copying', () => {
  const lines = linesOf(files);
  console.info(`The fist to five of the guide: ${lines} lines of code, of at most ${LINES_MOST}.`);
  expect(lines).toBeLessThan(LINES_MOST);
});

it('shows a method that a host runs as it stands', async () => {
  const { fist } = (await load('fist.ts')) as { fist: AnyMethod };
  const { react } = (await load('rehearse.ts')) as { react: React };
  const methods = { fist };
  const stores = openMemory();
  const rules = { gathering: gathering(methods), methods };
  const host = await openHost('gathering-1', countedPorts(stores), rules);
  const console = device(() => host, ana);
  await console('convene', CONVENING);
  await console('addBlock', { method: 'fist', title: null, settings: { question: 'We meet every month' } });
  const activity = firstBlock(host);
  await console('turnTo', { activity, from: null });
  await device(() => host, phone('bo'))('join', { name: null, rehearsed: true });

  const action = react(host.view('all').activities[activity]?.view, null, () => 0.9);
  expect(await device(() => host, phone('bo'), 'page-2')(action.command, action.input, activity)).toHaveProperty(
    'version'
  );
  expect(host.view('board').activities[activity]?.view).toMatchObject({ question: 'We meet every month', raised: 1 });
  const { steps } = (await load('words/steps.ts')) as { steps: MethodSteps };
  expect(Object.keys(steps.undone)).toEqual(Object.keys(fist.commands).filter((name) => fist.commands[name]?.undo));
  const offered: string[] = [];
  for (let next = host.view('console').next?.[0]; next; next = host.view('console').next?.[0]) {
    offered.push(...(host.view('console').next ?? []).map(({ command }) => command));
    await console(next.command, next.input, activity);
  }
  expect(Object.keys(steps.steps)).toEqual(offered);
  expect(host.view('board').activities[activity]?.view).toMatchObject({ counts: [0, 0, 0, 0, 0, 1] });

  const { harvestWords } = (await load('words/harvest.ts')) as { harvestWords: MethodHarvestWords };
  const rule = ruleOf(host.ledger(), activity, rules);
  const left = rule?.method.harvest(rule.state, rosterOf(host.ledger()), false) ?? [];
  const blocks = worded(host.words(left) as SeenBlock[], { fist: harvestWords });
  expect([isEdition(edition({ blocks })), wordless(blocks)]).toEqual([true, []]);
  expect(markdown(edition({ blocks }), words)).toMatch(
    /## We meet every month\n\n\| Fingers \| People \|\n[^\n]*\n\| 5 \| not told \|/
  );
});

it('shows scenes that its rules can play', async () => {
  const { scenes } = (await load('testing/scenes.ts')) as { scenes: Record<string, () => Played> };
  const walls = Object.values(scenes).map((play) => JSON.stringify(play().see('board')));
  expect(new Set(walls).size).toBe(walls.length);
});

type React = (view: unknown, own: unknown, random: () => number) => { command: string; input: object };
