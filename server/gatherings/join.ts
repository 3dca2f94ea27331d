import { isRefusal, refuse, type Refusal } from '#contract/method.ts';
import type { Host } from '#gathering/host.ts';
import { GATHERING } from '#gathering/ledger.ts';
import { whyNotIn } from '#gathering/people.ts';
import { idFrom } from '../access/ids.ts';
import type { Gatherings } from '../page-api.ts';
import type { Grant } from '../access/identity.ts';
import type { Passes } from '../access/passes.ts';
import { submitWithRetry, isFormDevice } from './submit-form.ts';
import type { Joining } from './join-limits.ts';

type Form = Parameters<Gatherings['join']>[1];

/**
 * The id of the person follows from the one-time number of the form: a refresh or a double click finds the same person.
 */
export async function join(
  { host, passes, joining }: { host: Host; passes: Passes; joining: Joining },
  { gathering, network }: { gathering: string; network: string },
  { device, name, rehearsed, browser = null }: Form
): Promise<(Grant & { person: string }) | Refusal> {
  const comesFrom = { gathering, network, browser };
  if (!isFormDevice(device)) return refuse('not-understood');
  const person = idFrom('person', gathering, device);
  const known = () => Object.hasOwn(host.ledger().gathering.people, person);
  // A person who finds the gathering locked neither waits nor uses up what their browser may do.
  const outside = known() ? null : (whyNotIn(host.ledger().gathering, null) ?? (await joining.wait(comesFrom)));
  if (outside) return outside;

  const input = { name: name.trim() || null, rehearsed };
  const say = { device, n: 1, settled: 0, activity: GATHERING, command: 'join', input };
  const answer = await submitWithRetry(host, say, { role: 'participant', person });
  // Sent again with another name: the person has joined, and may change their name inside.
  const here = !isRefusal(answer) || (answer.refused === 'number-taken' && known());
  if (!here) return answer;
  return { person, ...(await passes.grant(gathering, person)) };
}
