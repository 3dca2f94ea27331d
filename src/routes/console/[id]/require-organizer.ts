import { error, redirect } from '@sveltejs/kit';
import type { Pass } from '#server/page-api.ts';
import { commons, periods } from '#words/index.ts';

/** The pass of the account whose gathering this is: a link that leads it is not enough. */
export async function requireOrganizer(gathering: string, locals: App.Locals): Promise<Pass> {
  const pass = await locals.pass(gathering, 'console');
  if (pass?.role === 'organizer') return pass;
  if (pass) error(403, periods.onlyOrganizers);
  if (!locals.account) redirect(303, '/account/sign-in');
  error(404, commons.missing);
}
