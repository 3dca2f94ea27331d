import { requireDraft } from '../require-draft.server.ts';
import type { PageServerLoad } from './$types';

/** The whole draft, for those who were there. Works without script: people read it at home. */
export const load: PageServerLoad = async ({ params: { id }, locals }) => {
  const { draft } = await requireDraft(id, locals);
  return { gathering: id, draft, prints: locals.plenary.files.prints };
};
