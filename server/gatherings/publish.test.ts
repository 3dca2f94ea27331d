import * as v from 'valibot';
import { expect, test } from 'vitest';
import { gathering as gatheringMethod } from '#gathering/gathering.ts';
import { openHost } from '#gathering/host.ts';
import type { HarvestBlock } from '#contract/harvest-blocks.ts';
import type { AnyMethod } from '#contract/method.ts';
import { defineMethod } from '#contract/part.ts';
import { publishedGathering } from '../../tests/support/published-gathering.ts';
import { deviceOf, granted } from '../../tests/support/test-server.ts';
import { openCatalogue } from '../commons/catalogue.ts';
import { stillPorts } from '../../tests/support/host-ports.ts';
import { openMemory } from '../log/memory/memory.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { editionStream, readEdition, textsOf, type KeptEdition } from '../commons/kept-edition.ts';
import { materializeEdition, publish } from './publish.ts';

const ORGANIZER = { role: 'organizer', person: null } as const;

/** A closed gathering of Ana's, over a store whose next appends may be lost with the process. */
async function closedGathering(methods: Record<string, AnyMethod> = {}) {
  const stores = openMemory();
  const { log, vault } = stores;
  const rules = { gathering: gatheringMethod(methods), methods };
  const host = await openHost('gathering:tea', stillPorts(stores, 1_000), rules);
  const catalogue = await openCatalogue(log);
  const { code } = (await catalogue.open('tea', 'ana'))!;
  const convening = {
    title: 'Tea',
    place: null,
    starts: { at: 0, timeZone: 'UTC' },
    code,
    licence: 'CC0-1.0',
    rehearsal: false
  };
  for (const [index, [command, input]] of (
    [
      ['convene', convening],
      ...Object.keys(methods).map((method) => ['addBlock', { method, title: method, settings: {} }] as const),
      ['close', {}]
    ] as const
  ).entries())
    await host.hear({ device: 'd', n: index + 1, settled: index, activity: 'gathering', command, input }, ORGANIZER);
  const written = async (slug: string) =>
    Promise.all(
      (await log.read(editionStream(slug), 0))
        .flatMap(({ batch }) => batch.events)
        .map(({ data }) => readEdition(data as KeptEdition, textsOf(vault, slug, mergedText)))
    );
  return { at: { log, vault, catalogue, rules, merged: mergedText, now: () => 1_000 }, host, written };
}

const form = { device: deviceOf('publish'), title: 'How we drink tea', summary: 'Warm.', after: 0 };

test.each(['gathering', 'edition', 'catalogue'])(
  'cut short before the %s was written, the next try goes on',
  async (step) => {
    const { at, host, written } = await closedGathering();
    const { append } = at.log;
    at.log.append = (stream, ...rest) =>
      stream.startsWith(step) ? Promise.reject(new Error('the power went out')) : append.call(at.log, stream, ...rest);
    const first = await publish(at, 'tea', host, ORGANIZER, form).catch((error: Error) => error.message);
    expect(first).not.toHaveProperty('slug');
    at.log.append = append;

    const { slug } = granted(await publish(at, 'tea', host, ORGANIZER, form));
    expect(await written(slug)).toMatchObject([{ title: 'How we drink tea', summary: 'Warm.' }]);
    expect(at.catalogue.find('tea')?.edition).toBe(slug);
    const told = (await at.log.read('catalogue', 0)).flatMap(({ batch }) => batch.events.map(({ type }) => type));
    expect(told.filter((type) => type === 'Published')).toHaveLength(1);
  }
);

test('cut short after the gathering decided, whoever looks next finishes it with the same words', async () => {
  const { at, host, written } = await closedGathering();
  const { append } = at.log;
  at.log.append = (stream, ...rest) =>
    stream.startsWith('edition')
      ? Promise.reject(new Error('the power went out'))
      : append.call(at.log, stream, ...rest);
  await publish(at, 'tea', host, ORGANIZER, form).catch(() => {});
  at.log.append = append;
  await materializeEdition(at, 'tea', host);
  const slug = at.catalogue.find('tea')?.edition ?? '';
  expect(await written(slug)).toMatchObject([{ title: 'How we drink tea' }]);
});

test('of two who publish at once, the second is told and nothing of theirs is written', async () => {
  const { at, host, written } = await closedGathering();
  const other = { ...form, device: deviceOf('other'), title: 'Coffee' };
  const [mine, theirs] = await Promise.all([form, other].map((one) => publish(at, 'tea', host, ORGANIZER, one)));
  expect(theirs).toEqual({ refused: 'already-published' });
  expect(await written(granted(mine!).slug)).toMatchObject([{ title: 'How we drink tea' }]);
});

test('asked for twice at once, as by who publishes and by the node that follows the gathering, it is written once', async () => {
  const { at, host } = await closedGathering();
  const { append } = at.log;
  let writings = 0;
  at.log.append = (stream, ...rest) => {
    if (stream.startsWith('edition:')) writings += 1;
    return append.call(at.log, stream, ...rest);
  };
  const unwatch = host.watch(() => void materializeEdition(at, 'tea', host));
  const { slug } = granted(await publish(at, 'tea', host, ORGANIZER, form));
  unwatch();
  expect(at.catalogue.find('tea')?.edition).toBe(slug);
  expect(writings).toBe(1);
});

test('pressed twice at once, it is published once', async () => {
  const { at, host, written } = await closedGathering();
  const both = await Promise.all([1, 2].map(() => publish(at, 'tea', host, ORGANIZER, form)));
  expect(both[0]).toEqual(both[1]);
  expect(await written(granted(both[0]!).slug)).toHaveLength(1);
});

test('a harvest that no edition can hold is not announced, and the gathering stays as it was', async () => {
  const mumbling = defineMethod<object, object, Record<never, never>>()({
    name: 'mumbling',
    settings: v.strictObject({}),
    begin: () => ({}),
    parts: [],
    hidden: { nothing: 'there is nothing to see' },
    view: () => null,
    next: () => [],
    again: () => ({}),
    // A kind that is not in the list of blocks. The cast silences the compiler, so `publish` has to refuse the block.
    harvest: () => [{ kind: 'mumble' } as unknown as HarvestBlock]
  });
  const { at, host, written } = await closedGathering({ mumbling });
  expect(await publish(at, 'tea', host, ORGANIZER, form)).toEqual({ refused: 'edition-unreadable' });
  expect(host.ledger().gathering.imprint).toBeNull();
  expect(at.catalogue.find('tea')?.edition ?? null).toBeNull();
  expect(await written('how-we-drink-tea-tea')).toEqual([]);
});

test('an edition that the ledger speaks of while an earlier one is written is written, too', async () => {
  const at = await publishedGathering();
  try {
    let asked: () => void = () => {};
    let answer: () => void = () => {};
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const waits = new Promise<void>((resolve) => (answer = resolve));
    const vault = {
      ...at.at.vault,
      async get(stream: string, ids: readonly string[]) {
        const words = await at.at.vault.get(stream, ids);
        asked();
        await waits;
        return words;
      }
    };
    await at.leads('leaveOutNote', { note: at.addressOf('bo') });
    const first = materializeEdition({ ...at.at, vault }, 'tea', at.host);
    await isAsked;
    await at.leads('leaveOutNote', { note: at.addressOf('dana') });
    const second = materializeEdition(at.at, 'tea', at.host);
    answer();
    await Promise.all([first, second]);
    const newest = await at.edition();
    expect(newest?.version).toBe(3);
    expect(JSON.stringify(newest)).not.toContain('Need of dana');
  } finally {
    await at.close();
  }
});
