import type { Host } from '#gathering/host.ts';
import { GATHERING } from '#gathering/ledger.ts';
import type { Actor } from '#contract/method.ts';
import { NAME_LONGEST } from '#gathering/limits.ts';
import { lengthOf, shortened } from '#contract/clean-text.ts';
import type { Say } from '#wire/messages.ts';
import { join } from '#words/index.ts';
import { mistakenFor } from './lookalike-names.ts';

const NAMING = ['join', 'rename'];

/**
 * Wraps a host so that a person who takes the name of an organizer gets a mark beside it. An attacker would call
 * themselves as the organizer is called, in other letters that look the same, and speak for them on the wall. The mark
 * is a part of the name, so that no surface can leave it out; a name that leaves no room for it is shortened.
 *
 * `leads`: the names of the organizers who lead the gathering. Facilitators and helpers who came by a link have no
 * name.
 */
export const markingLeads = (host: Host, leads: () => Promise<readonly string[]>): Host => ({
  ...host,
  hear(say, by, afresh) {
    const name = nameIn(say, by);
    return name === null ? host.hear(say, by, afresh) : marked(say, name).then((said) => host.hear(said, by, afresh));

    async function marked(say: Say, name: string): Promise<Say> {
      const taken = (await leads()).some((lead) => mistakenFor(lead, name));
      return taken ? { ...say, input: { ...(say.input as object), name: withMark(name) } } : say;
    }
  }
});

/** A name that is too long by itself stays so, and is refused. */
function withMark(name: string): string {
  const lettersLeft = NAME_LONGEST - (lengthOf(join.notTheLead('x')) - 1);
  const isCut = lengthOf(name) > lettersLeft && lengthOf(name) <= NAME_LONGEST;
  return join.notTheLead(isCut ? shortened(name, lettersLeft) : name.trim());
}

function nameIn({ activity, command, input }: Say, { role }: Actor): string | null {
  if (role !== 'participant' || activity !== GATHERING || !NAMING.includes(command)) return null;
  const { name } = input as { name?: unknown };
  return typeof name === 'string' ? name : null;
}
