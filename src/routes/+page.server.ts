import { fail, redirect } from '@sveltejs/kit';
import type { GatheringOnBoard } from '#gathering/views.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ signedIn: locals.account !== null });

export const actions: Actions = {
  default: async ({ request, locals: { plenary } }) => {
    const typed = String((await request.formData()).get('code') ?? '').slice(0, 64);
    const gathering = plenary.gatherings.byCode(typed);
    const board = gathering && (await plenary.gatherings.view(gathering, 'board'));
    if (!board) return fail(404, { typed, refused: 'no-such-code' as const });
    redirect(303, `/${(board.gathering as GatheringOnBoard).code}`);
  }
};
