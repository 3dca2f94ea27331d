import { expect, test } from 'vitest';
import { openMemory } from '#server/log/memory/memory.ts';
import { minimalMethod } from '../../tests/support/minimal-method.ts';
import { ana, CONVENING, countedPorts, device, firstBlock } from '../../tests/support/test-host.ts';
import { gathering } from './gathering.ts';
import { openHost } from './host.ts';
import { GATHERING } from './ledger.ts';

/** A gathering in which the minimal method is on and rings at `until`, by the counted time of its ports. */
async function openTimedGathering() {
  const methods = { minimal: minimalMethod };
  const host = await openHost('gathering-1', countedPorts(openMemory()), { gathering: gathering(methods), methods });
  const console = device(() => host, ana);
  const clock = device(() => host, { role: 'clock', person: null });
  await console('convene', CONVENING);
  await console('addBlock', { method: 'minimal', title: null, settings: {} });
  const activity = firstBlock(host);
  await console('turnTo', { activity, from: null });
  await console('set', { until: 1 }, activity);
  return { host, console, clock, activity, rung: () => host.view('board').activities[activity]?.view };
}

test('leaders undo what the clock did, and not the step before it', async () => {
  const { host, console, clock, activity, rung } = await openTimedGathering();
  expect(host.view('console').undo).toMatchObject({ command: 'turnTo' });
  await clock('ring', { until: 1 }, activity);
  expect(rung()).toMatchObject({ rung: 1 });

  const { undo } = host.view('console');
  expect(undo).toMatchObject({ activity, command: 'ring' });
  expect(await console('undo', { step: undo?.step })).toHaveProperty('version');
  expect(rung()).toMatchObject({ rung: 0 });
  expect(host.view('console').undo).toMatchObject({ command: 'turnTo' });
});

test('what several nodes send for the clock is one step', async () => {
  const { host, clock, activity } = await openTimedGathering();
  const other = device(() => host, { role: 'clock', person: null }, 'another-node');
  await Promise.all([clock('ring', { until: 1 }, activity), other('ring', { until: 1 }, activity)]);
  expect(host.ledger().steps.console.filter(({ command }) => command === 'ring')).toHaveLength(1);
});

test('a console is offered all that a person may choose from, and the next block once nothing is left', async () => {
  const { host, console, clock, activity } = await openTimedGathering();
  await console('addBlock', { method: 'minimal', title: null, settings: {} });
  const following = Object.keys(host.ledger().gathering.agenda)[1];
  expect(host.view('console').next).toEqual([
    { activity: GATHERING, command: 'turnTo', input: { activity: following, from: activity } }
  ]);
  await clock('ring', { until: 1 }, activity);
  expect(host.view('console').next).toEqual([
    { activity, command: 'set', input: { until: 0 } },
    { activity, command: 'cook', input: { person: null } }
  ]);
});

test('what is published is not opened again by an undo of the closing', async () => {
  const { host, console } = await openTimedGathering();
  await console('close', {});
  const { undo } = host.view('console');
  await console('publish', { edition: 'tea', title: 'Tea', summary: null, held: null, after: 0 });
  expect(host.view('console').undo).toBeNull();
  expect(await console('undo', { step: undo?.step })).toEqual({ refused: 'nothing-to-undo' });
  expect(host.ledger().gathering.phase).toBe('closed');
});

test('a gathering that goes on again passes over the undo of its closing', async () => {
  const { host, console } = await openTimedGathering();
  await console('describe', { title: 'Tea', place: null });
  await console('close', {});
  await console('reopen', {});
  const step = host.view('console').undo?.step;
  expect(await console('undo', { step })).toEqual({ refused: 'cannot-be-undone' });
  expect(host.view('console').undo).toMatchObject({ command: 'describe' });
});

test('of two consoles that undo what can no longer be undone, the second takes back nothing', async () => {
  const { host, console } = await openTimedGathering();
  const other = device(() => host, ana, 'the-other-console');
  await console('describe', { title: 'Tea', place: null });
  await console('close', {});
  await console('reopen', {});
  const step = host.view('console').undo?.step;
  await console('undo', { step });
  expect(await other('undo', { step })).toEqual({ refused: 'already-moved-on' });
  expect(host.view('console').undo).toMatchObject({ command: 'describe' });
});
