import { fail, redirect } from '@sveltejs/kit';
import type { GatheringOnBoard } from '#gathering/views.ts';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import type { RefusalCode } from '#wire/refusals.ts';
import type { Actions, PageServerLoad } from './$types';

// By the cookie, which an ended sign-in loses: to come in, nobody's account need be known.
export const load: PageServerLoad = ({ cookies }) => ({ signedIn: cookies.get(ACCOUNT_COOKIE) !== undefined });

export const actions: Actions = {
  default: async ({ request, locals: { plenary } }) => {
    const typed = String((await request.formData()).get('code') ?? '').slice(0, 64);
    const { gatherings } = plenary;
    const found = await gatherings.byCode(typed);
    if (typeof found !== 'string') return refused(typed, found.refused);
    const board = await gatherings.view(found, 'board');
    if (!board) return refused(typed, 'no-such-code');
    redirect(303, `/${(board.gathering as GatheringOnBoard).code}+${gatherings.keyOf(found)}`);
  }
};

const refused = (typed: string, code: string) =>
  fail(code === 'too-many-codes' ? 429 : 404, { typed, refused: code as RefusalCode });
