import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { isRefusal, refuse } from '#contract/method.ts';
import type { Draw } from '#wire/ballot.ts';
import { statusForScripts } from '../../../http-status.ts';
import { readJson } from '../read-json.ts';
import type { RequestHandler } from './$types';

const draw: v.GenericSchema<unknown, Draw> = v.strictObject({
  activity: v.pipe(v.string(), v.maxLength(64)),
  blinded: v.pipe(v.string(), v.regex(/^[0-9a-f]{512}$/))
});

const UNSTORED = { 'cache-control': 'no-store' };

/** The key for which a phone blinds its ticket. It is the same for all phones, so the request needs no pass. */
export const GET: RequestHandler = async ({ params: { id }, url, locals }) => {
  const key = await locals.plenary.ballots.key(id, url.searchParams.get('activity') ?? '');
  return json(key, { status: isRefusal(key) ? statusForScripts(key.refused) : 200, headers: UNSTORED });
};

/** Here a phone says who it is, and shows what cannot be recognised later. */
export const POST: RequestHandler = async (event) => {
  const said = v.safeParse(draw, await readJson(event));
  const pass = said.success ? await event.locals.pass(event.params.id, 'phone') : null;
  const drawn = !said.success
    ? refuse('not-understood')
    : pass
      ? await event.locals.plenary.ballots.sign(pass, said.output)
      : refuse('person-unknown');
  return json(drawn, { status: isRefusal(drawn) ? statusForScripts(drawn.refused) : 200, headers: UNSTORED });
};
