import type { GatheringOnBoard } from '#gathering/views.ts';
import { surfaces } from '#methods/surfaces.ts';
import type { PageLoad } from './$types';

/** What is on is loaded before the page is made: it has to read well without script, too. */
export const load: PageLoad = async ({ data }) => {
  const { doc } = data.channels.board;
  const { now } = doc.gathering as GatheringOnBoard;
  const method = now === null ? undefined : doc.activities[now]?.method;
  const module = method === undefined ? undefined : await surfaces[method]?.BoardText();
  return { ...data, first: module && method !== undefined ? { method, component: module.default } : null };
};
