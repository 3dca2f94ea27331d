import type { PageServerLoad } from './$types';

const PAGE_SIZE = 20;
const LETTERS_AT_MOST = 200;

export const load: PageServerLoad = ({ url, locals }) => {
  const query = (url.searchParams.get('q') ?? '').trim().slice(0, LETTERS_AT_MOST).toWellFormed();
  const page = Math.min(9_999, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
  const { found, total } = locals.plenary.commons.search(query, page);
  return { query, page, found, total, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
};
