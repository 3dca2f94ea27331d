import { changesBetween, objectionsBetween, titlesBetween, wordingsBetween, type Wording } from '#harvest/changes.ts';
import { harvest } from '#words/index.ts';
import { missingEdition } from '../../missing-edition.ts';
import { wordChanges } from './word-changes.ts';
import type { PageServerLoad } from './$types';

/** An earlier edition, and what the newest says otherwise. */
export const load: PageServerLoad = async ({ params, locals, url }) => {
  const { slug } = params;
  const version = Number(params.version);
  const [edition, newest] = await Promise.all([
    locals.plenary.commons.edition(slug, version),
    locals.plenary.commons.edition(slug)
  ]);
  if (!edition || !newest) missingEdition(locals, slug);
  const titles = titlesBetween(edition, newest, harvest).map(({ anchor, before, after }) => ({
    anchor,
    kind: 'retitled' as const,
    parts: wordChanges(before, after)
  }));
  const notes = changesBetween(edition, newest).map(({ note, before, after }) => ({
    anchor: after === null ? null : note,
    kind: kindOf(before, after),
    parts: wordChanges(before ?? '', after ?? '')
  }));
  return {
    edition,
    newest: newest.version,
    prints: locals.plenary.files.prints,
    changes: [
      ...wordingsBetween(edition, newest).map(inWords),
      ...titles,
      ...notes,
      ...objectionsBetween(edition, newest).map(inWords)
    ],
    address: `/commons/${slug}`,
    url: `${url.origin}/commons/${slug}`
  };
};

const inWords = ({ before, after, ...wording }: Wording) => ({
  ...wording,
  parts: wordChanges(before ?? '', after ?? '')
});

function kindOf(before: string | null, after: string | null): 'came' | 'gone' | 'changed' | 'takenBack' {
  if (before === null) return after === null ? 'takenBack' : 'came';
  return after === null ? 'gone' : 'changed';
}
