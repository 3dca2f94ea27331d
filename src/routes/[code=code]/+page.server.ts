import { error, fail, redirect, type Cookies } from '@sveltejs/kit';
import type { Grant } from '#server/page-api.ts';
import type { GatheringOnBoard } from '#gathering/views.ts';
import { newDevice } from '#lib/live/ids.ts';
import type { Seen } from '#contract/typed-text.ts';
import { browserCookie, personalCookie } from '#wire/cookies.ts';
import type { RefusalCode } from '#wire/refusals.ts';
import { refusals } from '#words/index.ts';
import { arrivalAt, arrivalQuery } from '../arrival.ts';
import { statusOf } from '../http-status.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url, cookies }) => {
  const gathering = await gatheringOf(params.code, locals);
  const board = await locals.plenary.gatherings.view(gathering, 'board');
  if (!board) error(404, refusals['no-such-code']);
  const { code, title, place, starts, licence, rehearsal, locked, keptDays } =
    board.gathering as Seen<GatheringOnBoard>;
  const at = arrivalQuery(arrivalAt(url));
  const own = `${code}+${locals.plenary.gatherings.keyOf(gathering)}`;
  if (![own, code].includes(params.code.toLowerCase())) redirect(307, `/${own}${at}`);
  if (await isIn(gathering, locals)) redirect(303, `/g/${gathering}${at}`);
  await turnAwayWhoeverIsOut(gathering, locals, cookies);
  const browser = browserCookie(gathering);
  if (!cookies.get(browser)) cookies.set(browser, newDevice(), reachedByNoScript(url));
  // The form's address has the key, so it is not counted as a guess: a person who sees the form knows the code.
  const names = await locals.plenary.gatherings.names(gathering);
  if (!names) error(404, refusals['no-such-code']);
  return {
    title,
    place,
    starts,
    licence,
    rehearsal,
    locked,
    keptDays,
    names,
    device: newDevice(),
    action: `/${own}${at}`
  };
};

export const actions: Actions = {
  default: async ({ params, request, locals, cookies, url }) => {
    const gathering = await gatheringOf(params.code, locals);
    const inside = `/g/${gathering}${arrivalQuery(arrivalAt(url))}`;
    // Pressed twice, or back and pressed again: they are in already.
    if (await isIn(gathering, locals)) redirect(303, inside);
    await turnAwayWhoeverIsOut(gathering, locals, cookies);
    const form = await request.formData();
    const name = String(form.get('name') ?? '');
    const device = String(form.get('device') ?? '');
    const joined = await locals.plenary.gatherings.join(gathering, {
      device,
      name,
      rehearsed: form.get('rehearsed') === 'yes',
      browser: cookies.get(browserCookie(gathering)) ?? null
    });
    if ('refused' in joined) return fail(statusOf(joined.refused), { name, refused: joined.refused });
    remember(cookies, gathering, joined, url);
    redirect(303, inside);
  }
};

async function gatheringOf(code: string, { plenary }: App.Locals): Promise<string> {
  const found = await plenary.gatherings.byCode(code);
  if (typeof found === 'string') return found;
  error(found.refused === 'no-such-code' ? 404 : statusOf(found.refused), refusals[found.refused as RefusalCode]);
}

/** Has a pass already, and not that of a person who was erased: they join again as somebody new. */
async function isIn(gathering: string, locals: App.Locals): Promise<boolean> {
  const pass = await locals.pass(gathering, 'phone');
  return pass !== null && !(await locals.plenary.gatherings.isErased(pass));
}

/** A person who was removed cannot join under another name with the same browser. */
async function turnAwayWhoeverIsOut(gathering: string, { plenary }: App.Locals, cookies: Cookies): Promise<void> {
  const out = await plenary.whyOut(gathering, (name) => cookies.get(name));
  if (out) error(403, refusals[out]);
}

function remember(cookies: Cookies, gathering: string, { token, expires }: Grant, url: URL): void {
  cookies.set(personalCookie(gathering), token, { ...reachedByNoScript(url), expires: new Date(expires) });
}

/** Out of reach of scripts, and only encrypted where the page came encrypted: a hall's own network is plain HTTP. */
const reachedByNoScript = (url: URL) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: url.protocol === 'https:' }) as const;
