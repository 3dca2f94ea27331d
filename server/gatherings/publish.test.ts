import { expect, test } from 'vitest';
import { gathering as gatheringMethod } from '#gathering/gathering.ts';
import { openHost } from '#gathering/host.ts';
import type { Edition } from '#harvest/document.ts';
import { deviceOf, granted } from '../../tests/support/house.ts';
import { edition } from '../../tests/support/editions.ts';
import { freshId } from '../chance.ts';
import { openCatalogue } from '../commons/catalogue.ts';
import { openMemory } from '../log/memory.ts';
import { editionStream, publish } from './publish.ts';

const ORGANIZER = { role: 'organizer', person: null } as const;

/** A closed gathering of Ana's, over a store whose next appends may be lost with the process. */
async function closedGathering() {
  const { log, vault, snapshots } = openMemory();
  const ports = {
    log,
    vault,
    snapshots,
    now: () => 1_000,
    id: freshId,
    pause: async () => {},
    report: () => {},
    fold: 'x'
  };
  const rules = { gathering: gatheringMethod({}), methods: {} };
  const host = await openHost('gathering:tea', ports, rules);
  const catalogue = await openCatalogue(log);
  const { code } = await catalogue.open('tea', 'ana');
  const convening = { title: 'Tea', place: null, code, licence: 'CC0-1.0', rehearsal: false };
  for (const [index, [command, input]] of (
    [
      ['convene', convening],
      ['close', {}]
    ] as const
  ).entries())
    await host.hear({ device: 'd', n: index + 1, settled: index, activity: 'gathering', command, input }, ORGANIZER);
  const written = async (slug: string) =>
    (await log.read(editionStream(slug), 0)).flatMap(({ batch }) => batch.events.map(({ data }) => data as Edition));
  return { log, host, catalogue, written };
}

const draft = edition({ id: 'tea', slug: 'tea-1' });
const form = { device: deviceOf('publish'), title: 'How we drink tea', summary: 'Warm.' };

test.each(['edition', 'gathering', 'catalogue'])(
  'cut short before the %s was written, the next try goes on',
  async (step) => {
    const { log, host, catalogue, written } = await closedGathering();
    const { append } = log;
    log.append = (stream, ...rest) => {
      if (stream.startsWith(step)) return Promise.reject(new Error('the power went out'));
      return append.call(log, stream, ...rest);
    };
    const first = await publish({ log, catalogue }, host, ORGANIZER, form, draft).catch(
      (error: Error) => error.message
    );
    expect(first).not.toHaveProperty('slug');
    log.append = append;

    expect(await publish({ log, catalogue }, host, ORGANIZER, form, draft)).toEqual({ slug: 'tea-1' });
    expect(await written('tea-1')).toMatchObject([{ title: 'How we drink tea', summary: 'Warm.' }]);
    expect(catalogue.find('tea')?.edition).toBe('tea-1');
    const told = (await log.read('catalogue', 0)).flatMap(({ batch }) => batch.events.map(({ type }) => type));
    expect(told.filter((type) => type === 'Published')).toHaveLength(1);
  }
);

test('words that were changed after a try that was cut short are the ones that count', async () => {
  const { log, host, catalogue, written } = await closedGathering();
  const { append } = log;
  log.append = (stream, ...rest) =>
    stream.startsWith('gathering')
      ? Promise.reject(new Error('the power went out'))
      : append.call(log, stream, ...rest);
  await publish({ log, catalogue }, host, ORGANIZER, form, draft);
  log.append = append;
  granted(await publish({ log, catalogue }, host, ORGANIZER, { ...form, title: 'Tea, at last' }, draft));
  expect((await written('tea-1')).at(-1)?.title).toBe('Tea, at last');
});

test('pressed twice at once, it is published once', async () => {
  const { log, host, catalogue, written } = await closedGathering();
  const both = await Promise.all([1, 2].map(() => publish({ log, catalogue }, host, ORGANIZER, form, draft)));
  expect(both).toEqual([{ slug: 'tea-1' }, { slug: 'tea-1' }]);
  expect(await written('tea-1')).toHaveLength(1);
});
