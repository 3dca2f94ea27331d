import * as v from 'valibot';
import { startSchema } from '#gathering/gathering.ts';
import { periodsOrUsual } from '#gathering/periods.ts';
import { isRefusal, refuse, type Actor, type Refusal } from '#contract/method.ts';
import { cleanLine, lengthOf } from '#contract/clean-text.ts';
import type { Host } from '#gathering/host.ts';
import { GATHERING } from '#gathering/ledger.ts';
import { PLACE_LONGEST, TITLE_LONGEST } from '#gathering/limits.ts';
import { templates } from '#words/templates.ts';
import { idFrom } from '../access/ids.ts';
import type { Catalogue } from '../commons/catalogue.ts';
import type { Account, Gatherings } from '../page-api.ts';
import type { Hosts } from '../hosting/hosted-gatherings.ts';
import { submitWithRetry, isFormDevice } from './submit-form.ts';

const ORGANIZER: Actor = { role: 'organizer', person: null };

type Form = Parameters<Gatherings['convene']>[1];

/**
 * Every step does the same when it comes again, so that a form sent twice, or a crash in between, makes one gathering.
 */
export async function convene(catalogue: Catalogue, hosts: Hosts, account: Account, form: Form) {
  const template = form.template === null ? null : templateNamed(form.template);
  if (!isFormDevice(form.device) || template === undefined) return refuse('not-understood');
  if (!v.is(startSchema, form.starts)) return refuse('not-understood', { field: 'starts' });
  if (!v.is(v.strictObject(periodsOrUsual), form.periods ?? {})) return refuse('not-understood', { field: 'periods' });
  if (lengthOf(form.title) > TITLE_LONGEST || lengthOf(form.place) > PLACE_LONGEST) return refuse('text-too-long');
  if (cleanLine(form.title) === '') return refuse('text-empty', { field: 'title' });

  const gathering = idFrom('gathering', account.id, form.device);
  const opened = await catalogue.open(gathering, account.id);
  if (!opened) return refuse('gathering-deleted');
  return hosts.with(gathering, async (host): Promise<{ gathering: string } | Refusal> => {
    const { title, starts, licence, rehearsal, periods } = form;
    const place = cleanLine(form.place) || null;
    const { code } = opened;
    const convening = { title, place, starts, code, licence, rehearsal, ...periods };
    const refused = await ask(host, form.device, 1, 'convene', convening);
    if (refused && refused.refused !== 'answered-before') return refused;
    for (const [index, { method, settings, title }] of (template?.blocks ?? []).entries()) {
      const added = await ask(host, form.device, index + 2, 'addBlock', { method, settings, title });
      if (added && added.refused !== 'answered-before') return added;
    }
    return { gathering };
  });
}

async function ask(host: Host, device: string, n: number, command: string, input: object): Promise<Refusal | null> {
  const answer = await submitWithRetry(
    host,
    { device, n, settled: n - 1, activity: GATHERING, command, input },
    ORGANIZER
  );
  return isRefusal(answer) ? answer : null;
}

const templateNamed = (name: string) => (Object.hasOwn(templates, name) ? templates[name] : undefined);
