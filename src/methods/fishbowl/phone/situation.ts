import type { AllSeen } from '../views/all.ts';
import type { PersonSeen } from '../views/person.ts';
import type { SitterSeen } from '../views/chairs.ts';

/** The situation of one person, as their phone sees it. */
export type Situation =
  | { at: 'ready' | 'pairs' | 'closed' | 'last-words' }
  /** A chair is held for this person. */
  | { at: 'called'; until: number }
  | { at: 'sitting'; sitter: SitterSeen; behind: number }
  /**
   * `before`: how many people are called earlier, as the queue is now. `behind`: the sitter of the chair this person
   * stands behind.
   */
  | { at: 'in-line'; before: number; chair: string | null; behind: SitterSeen | null }
  /**
   * A closed fishbowl. `soon`: how many groups until this person's group; 0 while it talks, negative after it, null
   * when the person is in no group.
   */
  | { at: 'group'; soon: number | null }
  | { at: 'may-ask' }
  | { at: 'listening' };

export function situationOf(view: AllSeen, mine: PersonSeen | null): Situation {
  const { stage, form } = view;
  if (stage === 'ready' || stage === 'closed') return { at: stage };
  if (stage === 'pairs' || stage === 'pairs-again') return { at: 'pairs' };
  const inRing = ringSituation(view, mine);
  // During the last words nobody is called any more, so people in the queue see the same screen as all others.
  if (inRing && !(stage === 'last-words' && inRing.at === 'in-line')) return inRing;
  if (stage === 'last-words') return { at: stage };
  if (form === 'closed') return { at: 'group', soon: groupsUntil(view, mine) };
  return { at: view.asking ? 'may-ask' : 'listening' };
}

function ringSituation({ chairs, line }: AllSeen, mine: PersonSeen | null): Situation | null {
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

function groupsUntil({ group }: AllSeen, mine: PersonSeen | null): number | null {
  return group && mine?.group ? mine.group - group.now : null;
}
