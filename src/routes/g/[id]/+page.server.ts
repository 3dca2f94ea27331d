import { error, fail, redirect, type Cookies } from '@sveltejs/kit';
import type { GatheringOnBoard } from '#gathering/views.ts';
import { newDevice } from '#lib/live/ids.ts';
import { inputOf } from '#lib/live/form-input.ts';
import { personal } from '#contract/method.ts';
import { refusals } from '#words/index.ts';
import { statusOf, whyNotTaken } from '../../http-status.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { id }, locals, cookies }) => {
  const pass = await locals.pass(id, 'phone');
  if (!pass?.person || (await locals.plenary.gatherings.isErased(pass))) return turnAway(id, locals, cookies);
  const own = personal(pass.person);
  const { view } = locals.plenary.gatherings;
  const [all, mine] = await Promise.all([view(id, 'all'), view(id, own)]);
  if (!all || !mine) error(404, refusals['no-such-gathering']);
  return {
    gathering: id,
    person: pass.person,
    device: newDevice(),
    channels: { all: { version: 0, doc: all }, [own]: { version: 0, doc: mine } }
  };
};

export const actions: Actions = {
  /** What buttons do before, or without, any script. */
  say: async ({ params: { id }, request, locals, cookies }) => {
    const pass = await locals.pass(id, 'phone');
    if (!pass?.person) return turnAway(id, locals, cookies);
    const form = await request.formData();
    const field = (name: string) => String(form.get(name) ?? '');
    const answer = await locals.plenary.gatherings.say(pass, {
      device: field('device'),
      activity: field('activity'),
      command: field('command'),
      input: inputOf(form)
    });
    const refused = whyNotTaken(answer);
    if (refused) return fail(statusOf(refused), { refused });
    redirect(303, `/g/${id}`);
  }
};

/** Leads a browser without a pass to the join form, or to the edition of a gathering that is over. */
async function turnAway(id: string, { plenary }: App.Locals, cookies: Cookies): Promise<never> {
  const out = await plenary.whyOut(id, (name) => cookies.get(name));
  if (out) error(403, refusals[out]);
  const board = await plenary.gatherings.view(id, 'board');
  if (!board) error(404, refusals['no-such-gathering']);
  const { phase, code, edition } = board.gathering as GatheringOnBoard;
  if (phase === 'open' && code) redirect(303, `/${code}+${plenary.gatherings.keyOf(id)}`);
  if (edition) redirect(303, `/commons/${edition}`);
  error(410, refusals['gathering-closed']);
}
