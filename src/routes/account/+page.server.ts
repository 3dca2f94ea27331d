import { fail, redirect } from '@sveltejs/kit';
import { isRefusal, refuse, type Refusal } from '#contract/method.ts';
import type { Account } from '#server/page-api.ts';
import { EDITION_FILE_BYTES_AT_MOST } from '#wire/body-limits.ts';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import { addressFor } from '../board/board-data.server.ts';
import { statusOf } from '../http-status.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => {
  const account = signedIn(locals);
  const { accounts } = locals.plenary;
  const [devices, organizers, invitations, broughtIn] = await Promise.all([
    accounts.signIns(account, cookies.get(ACCOUNT_COOKIE) ?? ''),
    accounts.all(),
    accounts.invitations(),
    locals.plenary.broughtInEditions()
  ]);
  return { account, devices, organizers, invitations, broughtIn };
};

export const actions: Actions = {
  password: async ({ locals, request, cookies }) => {
    signedIn(locals);
    const form = await request.formData();
    const typed = (field: string) => String(form.get(field) ?? '');
    const token = cookies.get(ACCOUNT_COOKIE) ?? '';
    const refusal = await locals.plenary.accounts.changePassword(token, typed('present'), typed('password'));
    if (refusal) return fail(statusOf(refusal.refused), { password: refusal.refused });
    return { changed: true };
  },
  end: async ({ locals, request }) => {
    const account = signedIn(locals);
    const id = String((await request.formData()).get('id') ?? '');
    await locals.plenary.accounts.endSignIns(account, id);
    // Signed out here as well, the page asks for a sign-in.
    redirect(303, '/account');
  },
  invite: async ({ locals, request, url }) => {
    const account = signedIn(locals);
    const email = String((await request.formData()).get('email') ?? '').trim();
    const made = await locals.plenary.accounts.invite(account, email);
    if (isRefusal(made)) return fail(statusOf(made.refused), { email, invite: made.refused });
    return { link: `${addressFor(url, locals.plenary.addresses())}/setup/${made.token}`, invited: email };
  },
  bringIn: async ({ locals, request }) => {
    const account = signedIn(locals);
    const file = await sentFile(request);
    if (isRefusal(file)) return fail(statusOf(file.refused), { bringIn: file });
    const brought = await locals.plenary.bringIn(account, file);
    return isRefusal(brought) ? fail(statusOf(brought.refused), { bringIn: brought }) : { broughtIn: brought.slug };
  },
  takeOut: async ({ locals, request }) => {
    const account = signedIn(locals);
    const slug = String((await request.formData()).get('slug') ?? '');
    const refusal = await locals.plenary.takeOut(account, slug);
    return refusal ? fail(statusOf(refusal.refused), { bringIn: refusal }) : { takenOut: true };
  },
  endInvitation: async ({ locals, request }) => {
    signedIn(locals);
    await locals.plenary.accounts.endInvitation(String((await request.formData()).get('id') ?? ''));
    redirect(303, '/account');
  }
};

/** The file of the form. What is longer than the server reads at all ends while it is read. */
async function sentFile(request: Request): Promise<Uint8Array | Refusal> {
  const form = await request.formData().catch(() => null);
  if (!form) return refuse('file-too-large');
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return refuse('no-file');
  return file.size > EDITION_FILE_BYTES_AT_MOST ? refuse('file-too-large') : new Uint8Array(await file.arrayBuffer());
}

function signedIn({ account }: App.Locals): Account {
  return account ?? redirect(303, '/account/sign-in?to=/account');
}
