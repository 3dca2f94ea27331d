import { error, redirect } from '@sveltejs/kit';
import { isLead } from '#contract/method.ts';
import type { Pass } from '#server/page-api.ts';
import { commons, harvestDesk } from '#words/index.ts';

/**
 * The pass of a lead of this gathering; any other request is turned away. An attacker would try a helper's or a board's
 * link here, or an account that leads another gathering.
 */
export async function requireFacilitator(gathering: string, locals: App.Locals): Promise<Pass> {
  const pass = await requireTeam(gathering, locals);
  if (!isLead(pass.role)) error(403, harvestDesk.refusals['not-yours-to-do']);
  return pass;
}

/** The same for a lead or a helper. */
export async function requireTeam(gathering: string, locals: App.Locals): Promise<Pass> {
  const pass = await locals.pass(gathering, 'console');
  if (pass && (isLead(pass.role) || pass.role === 'helper')) return pass;
  if (pass) error(403, harvestDesk.refusals['not-yours-to-do']);
  if (!locals.account) redirect(303, '/account/sign-in');
  error(404, commons.missing);
}
