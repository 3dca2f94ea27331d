import { expect, test } from 'vitest';
import { publishedGathering, WRITERS } from '../../tests/support/published-gathering.ts';
import { blockOf } from '../../tests/support/samples.ts';
import { openCards } from '../../tests/support/closed-cards.ts';
import { ana, CONVENING, device, firstBlock, open, rules } from '../../tests/support/test-host.ts';
import { noteAddress } from '#contract/note-address.ts';
import { openMemory } from '../log/memory/memory.ts';
import { deskOf } from './harvest-desk.ts';

test('HD1 those who lead sort every note, but for what its writer took back; CO2 a helper is told what had no phone', async () => {
  const at = await publishedGathering();
  try {
    const said = async (role: 'facilitator' | 'helper') =>
      (await deskOf('tea', at.host, role, at.at))?.notes.map(({ words }) => words);
    expect(await said('facilitator')).toEqual([...WRITERS, 'walter'].map((name) => `Need of ${name}`));
    expect(await said('helper')).toEqual(['Need of walter']);
    await at.says('bo', 'leaveOutNote', { note: at.addressOf('bo') });
    await at.leads('leaveOutNote', { note: at.addressOf('dana') });
    expect(await said('facilitator')).not.toContain('Need of bo');
    expect(await said('facilitator')).toContain('Need of dana');
  } finally {
    await at.close();
  }
});

test('HD1 what the room put together and named can be taken over as themes', async () => {
  const stores = openMemory();
  const host = await open(stores);
  const leads = device(() => host, ana);
  await leads('convene', CONVENING);
  await leads('addBlock', blockOf('cards', { questions: ['What do we need?'] }));
  const activity = firstBlock(host);
  await leads('turnTo', { activity, from: null });
  const [begins] = rules.methods['cards']!.next(host.ledger().activities[activity]?.state);
  await leads(begins!.command, begins!.input, activity);
  const cards = ['seeds', 'bread', 'swings'].map((card) => card.padEnd(16, '0'));
  for (const card of cards) await leads('writeCard', { card, question: 0, text: card }, activity);
  for (const [from, stage] of [
    ['writing', 'showing'],
    ['showing', 'grouping']
  ])
    await leads('turnTo', { stage, from }, activity);
  await leads('groupCards', { cards: cards.slice(0, 2), group: 'foodgroup' }, activity);
  await leads('groupCards', { cards: cards.slice(2), group: 'namelessgroup' }, activity);
  await leads('nameGroup', { group: 'foodgroup', name: 'Food' }, activity);
  await leads('close', {});
  const desk = await deskOf('gathering-1', host, 'organizer', { ...stores, rules });
  expect(new Set(desk?.notes.map(({ activity }) => activity))).toEqual(new Set([activity]));
  expect(desk?.groups).toEqual([{ name: 'Food', notes: cards.slice(0, 2).map((card) => noteAddress(activity, card)) }]);
});

test('HD12 while the meeting goes on those who lead sort its notes as they come, and go, and helpers wait', async () => {
  const { host, leads, phones, notes, activity, cards, stores } = await openCards(['seeds', 'bread'], ['bo']);
  const [bo] = phones;
  const said = async (role: 'facilitator' | 'helper' = 'facilitator') =>
    (await deskOf('gathering-1', host, role, { ...stores, rules }))?.notes.map(({ words }) => words);
  expect(await said()).toEqual(['seeds', 'bread'].map((word) => word.padEnd(16, '0')));
  expect(await said('helper')).toBeUndefined();

  await leads('splitNote', { note: notes[0], parts: ['tomato seeds', 'a seed bank'] });
  expect(await said()).toEqual(['tomato seeds', 'a seed bank', cards[1]]);
  await bo!('writeCard', { card: 'swings0000000000', question: 0, text: 'Swings' }, activity);
  expect(await said()).toContain('Swings');

  const wholes = async () =>
    (await deskOf('gathering-1', host, 'facilitator', { ...stores, rules }))?.notes.map(({ whole }) => whole);
  expect(await wholes()).toEqual([null, null, null, null]);
  await bo!('rewriteCard', { card: cards[0], text: 'Seeds of old apples', rev: 0 }, activity);
  expect(await wholes()).toEqual(['Seeds of old apples', 'Seeds of old apples', null, null]);

  // Whoever took a note back is not read at the desk either, in whatever parts.
  await bo!('removeCard', { card: cards[0] }, activity);
  expect(await said()).toEqual([cards[1], 'Swings']);
  expect(JSON.stringify(host.view('console'))).not.toMatch(/tomato|bank/);
});
