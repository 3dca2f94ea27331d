import type { AllSeen } from '../views/all.ts';
import type { PersonSeen } from '../views/person.ts';
import type { SitterSeen } from '../views/chairs.ts';

/** Where one person stands in all this, as their phone sees it. */
export type Situation =
  | { at: 'ready' | 'pairs' | 'closed' | 'last-words' }
  /** A chair is held for them. */
  | { at: 'called'; until: number }
  | { at: 'sitting'; sitter: SitterSeen; behind: number }
  /**
   * `before`: so many are called earlier, as it stands. `behind`: the chair they stand behind, with whoever sits there.
   */
  | { at: 'in-line'; before: number; chair: string | null; behind: SitterSeen | null }
  /**
   * A closed fishbowl: so many groups until theirs; 0 it talks, below 0 it has talked; null no group of theirs is
   * known.
   */
  | { at: 'group'; soon: number | null }
  | { at: 'may-ask' }
  | { at: 'listening' };

export function situationOf(view: AllSeen, mine: PersonSeen | null): Situation {
  const { stage, form } = view;
  if (stage === 'ready' || stage === 'closed') return { at: stage };
  if (stage === 'pairs' || stage === 'pairs-again') return { at: 'pairs' };
  const inRing = ofTheRing(view, mine);
  // Nobody is called any more: whoever still waits is told what everybody is.
  if (inRing && !(stage === 'last-words' && inRing.at === 'in-line')) return inRing;
  if (stage === 'last-words') return { at: stage };
  if (form === 'closed') return { at: 'group', soon: soonOf(view, mine) };
  return { at: view.asking ? 'may-ask' : 'listening' };
}

function ofTheRing({ chairs, line }: AllSeen, mine: PersonSeen | null): Situation | null {
  if (!mine) return null;
  const { request, sits } = mine;
  const held = Object.values(chairs).find(({ called }) => called !== null && called.request === request)?.called;
  if (held) return { at: 'called', until: held.until };
  const own = request === null ? undefined : line[request];
  if (own) {
    const before = Object.values(line).filter((other) => other.rank < own.rank && other.chair === own.chair).length;
    const behind = own.chair === null ? null : (chairs[own.chair]?.sitter ?? null);
    return { at: 'in-line', before, chair: own.chair, behind };
  }
  const seat = sits === null ? undefined : chairs[sits];
  return seat?.sitter ? { at: 'sitting', sitter: seat.sitter, behind: seat.behind } : null;
}

function soonOf({ group }: AllSeen, mine: PersonSeen | null): number | null {
  return group && mine?.group ? mine.group - group.now : null;
}
