import { refuse, type Refusal } from '#contract/method.ts';
import { everyAddressIn } from '#harvest/note-addresses.ts';
import type { Commons } from '../edition-api.ts';
import type { Stores } from '../log/stores.ts';
import type { Catalogue } from './catalogue.ts';
import { editionStream } from './kept-edition.ts';

type Ports = { catalogue: Catalogue; commons: Pick<Commons, 'edition' | 'versions'>; end: Stores['end'] };

/**
 * Takes out what was brought in from elsewhere, for good: its words and photos leave every file. The catalogue keeps its
 * address and those of its notes, which hold no words, so that they go on saying when it went. Called again, it finishes
 * what a crash cut short.
 */
export async function takeOut(
  { catalogue, commons, end }: Ports,
  account: string,
  slug: string
): Promise<Refusal | null> {
  await catalogue.rise();
  if (catalogue.takenOut(slug) === null) {
    if (!catalogue.arrival(slug)) return refuse('not-brought-in');
    const versions = await commons.versions(slug);
    const editions = await Promise.all(versions.map(({ version }) => commons.edition(slug, version)));
    const notes = new Set(editions.flatMap((edition) => (edition ? everyAddressIn(edition) : [])));
    await catalogue.takeOut(slug, [...notes], account);
  }
  await end(editionStream(slug));
  return null;
}
