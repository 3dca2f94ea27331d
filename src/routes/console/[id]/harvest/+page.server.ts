import { error, fail, redirect } from '@sveltejs/kit';
import { SUMMARY_LONGEST, TITLE_LONGEST } from '#gathering/limits.ts';
import { getOwn } from '#contract/get-own.ts';
import { HEARD } from '#harvest/audited.ts';
import { inputOf } from '#lib/live/form-input.ts';
import { newDevice } from '#lib/live/ids.ts';
import { localTime } from '#wire/local-time.ts';
import { harvestDesk, refusals } from '#words/index.ts';
import { statusOf, whyNotTaken } from '../../../http-status.ts';
import { draftOwner } from '../draft-owner.ts';
import { rowsOf, type GatheringSeen } from '../steps.ts';
import type { Actions, PageServerLoad } from './$types';
import { heldInForm } from './held-in-form.ts';
import { correctionRows } from './correction-rows.ts';
import { beforePublishing } from './before-publishing.ts';
import { namingOf } from './naming.ts';
import { leftOutBy } from './left-out.ts';
import { requireFacilitator } from './require-facilitator.ts';
import { reworded, summaryIn } from './reworded.ts';

export const load: PageServerLoad = async ({ params, locals }) => {
  const pass = await requireFacilitator(params.id, locals);
  const { gatherings } = locals.plenary;
  const [doc, draft, names, stays, former] = await Promise.all([
    gatherings.view(params.id, 'console'),
    gatherings.draft(params.id),
    gatherings.names(params.id),
    gatherings.staysOut(params.id),
    gatherings.formerWords(params.id)
  ]);
  if (!doc || !draft || !stays) error(404);
  const seen = doc.gathering as GatheringSeen;
  const { phase, rehearsal, appendix, edition, editions, correctableUntil: until, keptUntil, starts } = seen;
  return {
    gathering: params.id,
    who: draftOwner(pass, locals),
    phase,
    rehearsal,
    appendix,
    published: edition,
    editions,
    draft,
    /** While the gathering goes on. Where nothing more can be kept, its harvest changes no more. */
    live: phase === 'closed' || doc.stopped ? null : { console: { version: 0, doc } },
    corrections: correctionRows(seen, draft),
    former: former ?? [],
    before: beforePublishing(draft, stays),
    naming: namingOf(seen, draft, names?.edition ?? false),
    correctable: until === null ? null : { local: localTime(until, starts.timeZone), over: until < Date.now() },
    keptUntil: keptUntil === null ? null : localTime(keptUntil, starts.timeZone),
    organizes: pass.role === 'organizer',
    prints: locals.plenary.files.prints,
    leftOut: leftOutBy(rowsOf(seen)),
    device: newDevice(),
    most: { title: TITLE_LONGEST, summary: SUMMARY_LONGEST }
  };
};

/** What those who lead may do here beside publishing, and the part of the page it is done in. */
const PARTS: Readonly<Record<string, string>> = {
  leaveOutNote: 'corrections',
  leaveOutObjection: 'corrections',
  strikeFormer: 'former',
  keepNote: 'corrections',
  unmendNote: 'corrections',
  setAppendix: 'appendix'
};

/** Nothing of the form was typed. */
const AS_IT_STANDS = { title: '', summary: '', heard: undefined, times: undefined, held: null };

export const actions: Actions = {
  /** A POST, so that typed words stand in no address, history or log. */
  look: async ({ params, locals, request }) => {
    await requireFacilitator(params.id, locals);
    return lookedAt(params.id, locals, await request.formData());
  },
  /** The words of the form stay: nothing of it is sent yet. */
  name: async ({ params, locals, request }) => {
    const pass = await requireFacilitator(params.id, locals);
    const form = await request.formData();
    const answer = await locals.plenary.gatherings.say(pass, {
      device: String(form.get('device') ?? ''),
      activity: 'gathering',
      command: 'sayNamed',
      input: { for: String(form.get('yes') ?? ''), ...inputOf(form) }
    });
    const refused = whyNotTaken(answer);
    const looked = await lookedAt(params.id, locals, form);
    return refused ? fail(statusOf(refused), { ...looked, unsaid: sentenceFor(refused) }) : looked;
  },
  correct: async ({ params, locals, request }) => {
    const pass = await requireFacilitator(params.id, locals);
    const form = await request.formData();
    const command = String(form.get('command') ?? '');
    const part = getOwn(PARTS, command);
    if (!part) error(400, refusals['not-understood']);
    const answer = await locals.plenary.gatherings.say(pass, {
      device: String(form.get('device') ?? ''),
      activity: 'gathering',
      command,
      input: inputOf(form)
    });
    const refused = whyNotTaken(answer);
    if (!refused) redirect(303, `/console/${params.id}/harvest#${part}`);
    return fail(statusOf(refused), { ...AS_IT_STANDS, wrong: sentenceFor(refused) });
  },
  publish: async ({ params, locals, request }) => {
    const pass = await requireFacilitator(params.id, locals);
    const form = await request.formData();
    const written = (name: string) => String(form.get(name) ?? '').trim();
    const [device, title, summary] = [written('device'), written('title'), written('summary')];
    const times = timesIn(form);
    const held = heldInForm(form);
    if (held === null)
      return fail(400, { title, summary, heard: null, times, held, wrong: sentenceFor('no-such-time') });
    const after = Number(form.get('after'));
    const answer = await locals.plenary.gatherings.publish(pass, { device, title, summary, held, after });
    if ('slug' in answer) redirect(303, `/console/${params.id}/harvest`);
    return fail(statusOf(answer.refused), {
      title,
      summary,
      heard: null,
      times,
      held: null,
      wrong: sentenceFor(answer.refused)
    });
  }
};

async function lookedAt(gathering: string, locals: App.Locals, form: FormData) {
  const draft = await locals.plenary.gatherings.draft(gathering, summaryIn(form));
  if (!draft) error(404);
  const { title, summary, gathering: about, blocks } = reworded(draft, form);
  const heard = blocks.find(({ id }) => id === HEARD) ?? null;
  const wrong = whyNotHeld(form);
  const held = wrong ? null : about.held;
  return { title, summary: summary ?? '', heard, times: timesIn(form), held, wrong: wrong && sentenceFor(wrong) };
}

/** As they stand in the form, so that nobody types them twice. */
function timesIn(form: FormData) {
  const [from, to, timeZone] = ['began', 'ended', 'zone'].map((name) => String(form.get(name) ?? ''));
  return { from: from ?? '', to: to ?? '', timeZone: timeZone ?? '' };
}

function whyNotHeld(form: FormData): string | null {
  const held = heldInForm(form);
  if (held === null) return 'no-such-time';
  return held && held.to < held.from ? 'ends-before-it-begins' : null;
}

/** As it is said on this page, or anywhere. */
const sentenceFor = (refused: string): string =>
  harvestDesk.refusals[refused] ?? (refusals as Record<string, string>)[refused] ?? harvestDesk.refused;
