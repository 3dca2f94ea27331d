import { error } from '@sveltejs/kit';
import { isLead } from '#contract/method.ts';
import { SUMMARY_LONGEST, NOTE_LONGEST, THEME_LONGEST } from '#gathering/limits.ts';
import { draftOwner } from '../../draft-owner.ts';
import { requireTeam } from '../require-facilitator.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
  const pass = await requireTeam(params.id, locals);
  const { gatherings } = locals.plenary;
  const [doc, desk, names] = await Promise.all([
    gatherings.view(params.id, 'console'),
    gatherings.desk(pass),
    gatherings.names(params.id)
  ]);
  if (!doc) error(404);
  return {
    gathering: params.id,
    who: draftOwner(pass, locals),
    leads: isLead(pass.role),
    // HD12: what an activity shows on the console may wait at the desk.
    channels: { console: { version: 0, doc: { ...doc, activities: {} } } },
    desk,
    /** Whether its edition may name anybody. */
    names: names?.edition ?? false,
    most: { note: NOTE_LONGEST, theme: THEME_LONGEST, summary: SUMMARY_LONGEST }
  };
};
