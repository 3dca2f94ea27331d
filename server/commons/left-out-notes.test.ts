import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { materializeEdition } from '#server/gatherings/publish.ts';
import { json } from '#harvest/json.ts';
import { publishedGathering } from '../../tests/support/published-gathering.ts';

let at: Awaited<ReturnType<typeof publishedGathering>>;
beforeAll(async () => {
  at = await publishedGathering();
  await at.leads('leaveOutNote', { note: at.addressOf('bo'), why: 'names-somebody' });
  await at.leads('leaveOutNote', { note: at.addressOf('chidi') });
  await at.says('dana', 'leaveOutNote', { note: at.addressOf('dana') });
  await materializeEdition(at.at, 'tea', at.host);
});
afterAll(() => at.close());

const told = (name: string) => at.commons.holding(at.addressOf(name))?.gone;

test('CO5 the address of a note says why those who lead left it out, where they said so', async () => {
  await vi.waitFor(() => expect(told('dana')).not.toBeNull());
  expect(told('bo')).toMatchObject({ by: 'team', why: 'names-somebody' });
  expect(told('chidi')).toEqual({ by: 'team', at: expect.any(String) as string });
  expect(told('dana')).toEqual({ by: 'author', at: expect.any(String) as string });
  expect(told('eli')).toBeNull();
});

test('CO5 so does every later edition, and none says what stood there', async () => {
  const edition = (await at.edition())!;
  const reasons = Object.fromEntries(edition.gone.map(({ id, why }) => [id, why]));
  expect(reasons).toEqual({
    [at.addressOf('bo')]: 'names-somebody',
    [at.addressOf('chidi')]: undefined,
    [at.addressOf('dana')]: undefined
  });
  expect(json(edition)).not.toContain('Need of bo');
});
