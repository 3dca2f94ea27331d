import { error, fail, redirect } from '@sveltejs/kit';
import { isLead, isRefusal } from '#contract/method.ts';
import { qrOf } from '#lib/ui/qr.server.ts';
import { refusals } from '#words/index.ts';
import type { LinkRole } from '#server/page-api.ts';
import { addressFor, boardData } from '../../board/board-data.server.ts';
import { statusOf } from '../../http-status.ts';
import type { Actions, PageServerLoad } from './$types';
import { draftOwner } from './draft-owner.ts';

const LINK_ROLES: readonly LinkRole[] = ['facilitator', 'helper', 'viewer'];

export const load: PageServerLoad = async (event) => {
  const { params, locals, url } = event;
  const pass = await locals.pass(params.id, 'console');
  if (!pass) redirect(303, `/account/sign-in?to=${encodeURIComponent(url.pathname)}`);
  const { gatherings, links } = locals.plenary;
  const doc = await gatherings.view(params.id, 'console');
  if (!doc) error(404, refusals['no-such-gathering']);
  const leads = isLead(pass.role);
  return {
    gathering: params.id,
    who: draftOwner(pass, locals),
    leads,
    channels: { console: { version: 0, doc } },
    board: await boardData(event),
    links: leads ? await links.list(params.id) : []
  };
};

export const actions: Actions = {
  makeLink: async ({ params, request, locals, url }) => {
    await onlyLeads(params.id, locals);
    const asked = (await request.formData()).get('role');
    const role = LINK_ROLES.find((known) => known === asked);
    if (!role) return fail(400, { refused: 'not-understood' as const });
    const made = await locals.plenary.links.make(params.id, role);
    if (isRefusal(made)) return fail(statusOf(made.refused), { refused: made.refused });
    const link = `${addressFor(url, locals.plenary.addresses())}/enter#${made.token}`;
    return { role, link, qr: qrOf(link) };
  },
  endLink: async ({ params, request, locals }) => {
    await onlyLeads(params.id, locals);
    await locals.plenary.links.end(params.id, String((await request.formData()).get('id') ?? ''));
    return { ended: true };
  }
};

/** A helper who posts this form by hand would make themselves a facilitator. */
async function onlyLeads(gathering: string, locals: App.Locals): Promise<void> {
  const pass = await locals.pass(gathering, 'console');
  if (!pass || !isLead(pass.role)) error(403, refusals['not-yours-to-do']);
}
