import { error } from '@sveltejs/kit';
import { svg } from '#harvest/chart.ts';
import { commons, harvest } from '#words/index.ts';
import { contentDisposition } from '../../../content-disposition.ts';
import { download } from '../../../edition-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals }) => {
  const edition = await locals.plenary.commons.edition(params.slug);
  const found = edition?.blocks.find(({ id }) => id === params.block);
  const block = found?.kind === 'continuum' ? found : undefined;
  const round = block?.rounds.findLast(({ spread }) => spread !== null);
  if (!edition || !block || !round) error(404, commons.missing);
  return download(
    svg(block, round, harvest, edition),
    'image/svg+xml; charset=utf-8',
    contentDisposition(block.statement ?? commons.untitled, 'svg')
  );
};
