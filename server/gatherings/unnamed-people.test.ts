import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishedGathering, WRITERS } from '../../tests/support/published-gathering.ts';
import { materializeEdition } from './publish.ts';

let at: Awaited<ReturnType<typeof publishedGathering>>;

beforeEach(async () => {
  at = await publishedGathering({ onLine: WRITERS });
});
afterEach(() => at.close());

const NAME = 'Name of walter';
const text = async (version: number) => JSON.stringify(await at.edition(version));
const found = () => at.commons.search(NAME, 1).total;

/** Bo takes their note back, which makes the next edition at once. */
async function publishedAnew(): Promise<void> {
  await at.says('bo', 'leaveOutNote', { note: at.addressOf('bo') });
  await materializeEdition(at.at, 'tea', at.host);
}

test.each(['undo', 'taking it back'])(
  'CO11 a spoken yes that ends by %s leaves its name in no edition',
  async (how) => {
    await at.leads('sayNamed', { for: at.walter, named: true });
    await publishedAnew();
    expect(await text(2)).toContain(NAME);

    const step = at.host.view('console').undo?.step;
    const answer = await (how === 'undo'
      ? at.leads('undo', { step })
      : at.leads('sayNamed', { for: at.walter, named: false }));
    expect(answer).toHaveProperty('version');
    await materializeEdition(at.at, 'tea', at.host);
    expect((await at.commons.versions(at.slug)).map(({ version }) => version)).toEqual([1, 2, 3]);
    for (const version of [1, 2, 3]) expect(await text(version), `${version}`).not.toContain(NAME);
    await expect.poll(found).toBe(0);
  }
);
