import type { Host } from '#gathering/host.ts';
import { GATHERING } from '#gathering/ledger.ts';
import type { Actor } from '#methods/method.ts';
import { looksLike } from '#methods/shared/people/names.ts';
import type { Say } from '#wire/messages.ts';
import { join } from '#words/index.ts';

const NAMING = ['join', 'rename'];

/**
 * A host in which nobody takes the name of somebody who leads without a mark beside it, whichever door they come by. An attacker
 * would call themselves as the organizer is called, in other letters that look the same, and speak for them on the wall. The mark is a
 * part of the name, so that no surface can leave it out.
 */
export const markingLeads = (host: Host, leads: () => Promise<readonly string[]>): Host => ({
  ...host,
  hear(say, by, afresh) {
    const name = nameIn(say, by);
    return name === null ? host.hear(say, by, afresh) : marked(say, name).then((said) => host.hear(said, by, afresh));

    async function marked(say: Say, name: string): Promise<Say> {
      const taken = (await leads()).some((lead) => looksLike(lead) === looksLike(name));
      return taken ? { ...say, input: { ...(say.input as object), name: join.notTheLead(name.trim()) } } : say;
    }
  }
});

function nameIn({ activity, command, input }: Say, { role }: Actor): string | null {
  if (role !== 'participant' || activity !== GATHERING || !NAMING.includes(command)) return null;
  const { name } = input as { name?: unknown };
  return typeof name === 'string' ? name : null;
}
