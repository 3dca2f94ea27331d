import { error } from '@sveltejs/kit';
import { svg } from '#harvest/chart.ts';
import { titleOf } from '#harvest/outline.ts';
import { commons, harvest } from '#words/index.ts';
import { contentDisposition } from '../../../content-disposition.ts';
import { missingEdition } from '../../../missing-edition.ts';
import { busy, download } from '../../../edition-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals }) => {
  const { commons: editions, files } = locals.plenary;
  const edition = await editions.edition(params.slug);
  const found = edition?.blocks.find(({ id }) => id === params.block);
  const block = found?.kind === 'continuum' ? found : undefined;
  const round = block?.rounds.findLast(({ spread }) => spread !== null);
  if (!edition) missingEdition(locals, params.slug);
  if (!block || !round) error(404, commons.missing);
  const drawing = svg(block, round, harvest, edition);
  const named = contentDisposition(titleOf(block) ?? commons.untitled, params.drawing);
  if (params.drawing === 'svg') return download(drawing, 'image/svg+xml; charset=utf-8', named);
  const picture = await files.png(drawing);
  if (picture === 'no-fonts') error(404, commons.noFonts);
  return picture ? download(picture, 'image/png', named) : busy();
};
