import { expect, test } from 'vitest';
import { FORMATS } from '#methods/cards/formats.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import { pageKey } from '#wire/messages.ts';
import { blockOf } from '../../tests/support/samples.ts';
import { ana, CONVENING, device, firstBlock, helper, open, phone } from '../../tests/support/test-host.ts';
import { HELPER_STEPS_KEPT } from './ledger.ts';

const [ONE, OTHER] = ['page-of-one-helper', 'page-of-the-other'];
const card = (name: string) => name.padEnd(8, '0');

/** Cards are shown, and two helpers group them. */
async function openCards(stores = openMemory()) {
  const host = await open(stores);
  const [lead, bo] = [device(() => host, ana), device(() => host, phone('bo'))];
  const helpers = [device(() => host, helper, ONE), device(() => host, helper, OTHER)] as const;
  await lead('convene', CONVENING);
  await lead('addBlock', blockOf('cards', { ...FORMATS.affinity, review: false }));
  const activity = firstBlock(host);
  await lead('turnTo', { activity, from: null });
  await bo('join', { name: 'Bo', rehearsed: false });
  await lead('turnTo', { stage: 'writing', from: 'ready' }, activity);
  const last = (page: string) => host.view('console').helperUndo?.[pageKey(page)];
  const undo = (who: typeof lead, page: string) => who('undo', { step: last(page)?.step ?? 0 });
  const write = (who: typeof lead, name: string) =>
    who('writeCard', { card: card(name), question: 0, text: name }, activity);
  const group = (who: typeof lead, name: string, into: string) =>
    who('groupCards', { cards: [card(name)], group: card(into) }, activity);
  const cards = () => JSON.stringify(host.view('console').activities[activity]?.view);
  const turn = (stage: string, from: string) => lead('turnTo', { stage, from }, activity);
  return { host, lead, bo, helpers, activity, last, undo, write, group, cards, turn };
}

test('a helper takes back their own last steps, one after the other, and those who lead see none of it in theirs', async () => {
  const { host, helpers, last, undo, write, cards } = await openCards();
  const before = host.view('console').undo;
  await write(helpers[0], 'bread');
  await write(helpers[0], 'tools');
  expect(last(ONE)).toMatchObject({ command: 'writeCard' });
  expect(host.view('console').undo).toEqual(before);

  expect(await undo(helpers[0], ONE)).toHaveProperty('version');
  expect(cards()).toMatch(/"bread"/);
  expect(cards()).not.toMatch(/"tools"/);
  expect(await undo(helpers[0], ONE)).toHaveProperty('version');
  expect(cards()).not.toMatch(/"bread"/);
  expect(await undo(helpers[0], ONE)).toEqual({ refused: 'nothing-to-undo' });
});

test('a helper takes back nothing of another helper, and nothing of those who lead', async () => {
  const { host, helpers, last, undo, write, bo } = await openCards();
  await write(helpers[0], 'bread');
  expect(await undo(helpers[1], ONE)).toEqual({ refused: 'nothing-to-undo' });
  await write(helpers[1], 'tools');
  expect(await undo(helpers[1], ONE)).toEqual({ refused: 'already-moved-on' });
  expect(await helpers[1]('undo', { step: host.view('console').undo?.step })).toEqual({ refused: 'already-moved-on' });
  expect(await bo('undo', { step: last(ONE)?.step })).toEqual({ refused: 'not-yours-to-do' });
  expect(last(ONE)).toBeDefined();
});

test('no view tells the device of a helper, by which their steps are taken back', async () => {
  const { host, helpers, write } = await openCards();
  await write(helpers[0], 'bread');
  for (const channel of ['console', 'board', 'all', 'person:bo'])
    expect(JSON.stringify(host.view(channel))).not.toContain(ONE);
});

test('a helper is refused where something was done since on top of their step, and not where it was done beside it', async () => {
  const { helpers, lead, undo, write, group, turn } = await openCards();
  await write(lead, 'bread');
  await write(lead, 'tools');
  await turn('showing', 'writing');
  await group(helpers[0], 'bread', 'food');
  await group(helpers[1], 'tools', 'things');
  expect(await undo(helpers[0], ONE)).toHaveProperty('version');

  await group(helpers[0], 'bread', 'food');
  await group(lead, 'bread', 'other');
  expect(await undo(helpers[0], ONE)).toEqual({ refused: 'changed-since' });
  expect(await undo(helpers[1], OTHER)).toHaveProperty('version');
});

test('a helper is refused once the activity or the gathering has gone on', async () => {
  const { helpers, lead, undo, write, turn } = await openCards();
  await write(helpers[0], 'bread');
  await write(helpers[1], 'tools');
  await turn('showing', 'writing');
  expect(await undo(helpers[0], ONE)).toEqual({ refused: 'changed-since' });
  await lead('close', {});
  expect(await undo(helpers[1], OTHER)).toEqual({ refused: 'gathering-closed' });
});

test('what a helper can no longer take back is passed over, and their step before it is offered', async () => {
  const { helpers, lead, last, undo, write, group, turn, cards } = await openCards();
  for (const name of ['bread', 'tools', 'swing']) await write(lead, name);
  await turn('showing', 'writing');
  await group(helpers[1], 'bread', 'theirs');
  await group(helpers[0], 'swing', 'outside');
  for (const name of ['bread', 'tools']) await group(helpers[0], name, 'food');
  for (const name of ['bread', 'tools']) await group(lead, name, 'other');
  const { step } = last(ONE) ?? {};
  expect(await undo(helpers[0], ONE)).toEqual({ refused: 'changed-since' });
  expect(await helpers[0]('undo', { step })).toEqual({ refused: 'already-moved-on' });
  expect(cards()).toContain(card('outside'));
  expect(await undo(helpers[0], ONE)).toHaveProperty('version');
  expect(last(ONE)).toBeUndefined();
  expect(last(OTHER)).toMatchObject({ command: 'groupCards' });
});

test('the steps of helpers outlive a restart, and are kept up to a limit', async () => {
  const stores = openMemory();
  const { host, helpers, write, last } = await openCards(stores);
  for (let each = 0; each <= HELPER_STEPS_KEPT; each += 1) await write(helpers[each % 2 ? 0 : 1], `card${each}x`);
  expect(host.ledger().helperSteps).toHaveLength(HELPER_STEPS_KEPT);
  const { step } = last(ONE) ?? {};
  await host.close();
  const again = await open(stores);
  expect(again.view('console').helperUndo?.[pageKey(ONE)]?.step).toBe(step);
});
