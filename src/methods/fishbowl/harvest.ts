import type { OutlineNote } from '#contract/harvest-blocks.ts';
import { amount, aside, headcount } from '#contract/figures.ts';
import type { Roster, Unkept } from '#contract/method.ts';
import { noteView, tree, visible, type Nested, type Note } from '#kit/rules/outline/notes.ts';
import { roomFigures, waitFigures, share } from './sitting/airtime.ts';
import type { Block, Branch, Figure } from './harvest-type.ts';
import { unanswered } from './notes/silent-cards.ts';
import { nameOf } from './sitting/sitters.ts';
import { mayBeNamed } from '#kit/rules/exposure.ts';
import { countedIn } from '#kit/rules/people.ts';
import { type SitterId, type State } from './state.ts';
import { DISCUSSION } from './notes/discussion-branch.ts';

/**
 * One outline: speakers in the order in which they first sat, then the discussion, then the questions that nobody
 * answered. Who agreed to be named is told once the gathering has closed: until then they may think again.
 */
export function harvest(state: State, roster: Roster, goesOn: boolean): Block[] {
  const counts = countedIn(roster);
  const branches = [...speakers(state, roster, counts, goesOn), ...discussion(state), ...questions(state, counts)];
  if (state.openedAt === null && branches.length === 0) return [];
  const { id, question } = state;
  const title = { kind: 'question', text: question } as const;
  return [{ kind: 'outline', id, of: 'fishbowl', title, branches, figures: figures(state, roster, counts) }];
}

function speakers(state: State, roster: Roster, counts: (sitter: SitterId) => boolean, goesOn: boolean): Branch[] {
  return Object.entries(state.speakers)
    .filter(([sitter]) => counts(sitter))
    .sort(([, one], [, other]) => one.number - other.number)
    .flatMap(([sitter, { branch, number }]) => {
      const named = !goesOn && state.exposure === 'L3' && mayBeNamed(state, sitter, roster);
      const head = { kind: 'speaker', name: named ? nameOf(state, sitter, roster) : null, number } as const;
      return filled(`speaker-${number}`, head, notesOn(state, branch));
    });
}

const discussion = (state: State): Branch[] => filled('discussion', { kind: 'discussion' }, notesOn(state, DISCUSSION));

const questions = (state: State, counts: (person: string) => boolean): Branch[] =>
  filled(
    'questions',
    { kind: 'questions' },
    unanswered(state)
      .filter(([, { person }]) => counts(person))
      .map(([id, { card }]) => ({ id, text: card, notes: [] }))
  );

/** Cards that were hidden. All others were answered, or are kept as questions. */
export function unkept({ cards }: State, roster: Roster): Unkept {
  const counts = countedIn(roster);
  return {
    hidden: Object.values(cards).filter((card) => card.state === 'hidden' && counts(card.person)).length,
    waiting: 0
  };
}

function figures(state: State, roster: Roster, counts: (sitter: SitterId) => boolean): Figure[] {
  const turns = Object.values(state.turns).filter(({ sitter }) => counts(sitter));
  const { sat, present, gini } = roomFigures(state, roster, counts);
  const { wait, unserved } = waitFigures(state, counts);
  const firstTimers = share(new Set(turns.map(({ sitter }) => sitter)).size, turns.length);
  // The whole room could see who sat in the circle and who was present, so these counts need no protection.
  const known: (Figure | null)[] = [
    headcount('sat', sat),
    headcount('present', present),
    amount('turns', turns.length),
    firstTimers && aside(amount('first-timers', firstTimers)),
    gini === null ? null : aside(amount('gini', gini)),
    wait && aside(amount('wait-median', wait.median)),
    wait && aside(amount('wait-longest', wait.longest)),
    unserved && aside(amount('unserved', unserved))
  ];
  return known.filter((figure) => figure !== null);
}

const notesOn = (state: State, branch: string): OutlineNote[] => tree(visible(state.notes), branch).map(outlined);

const outlined = ({ id, note, notes }: Nested<Note>): OutlineNote => ({
  id,
  text: noteView(note).body,
  notes: notes.map(outlined)
});

const filled = (id: string, head: Branch['head'], notes: OutlineNote[]): Branch[] =>
  notes.length > 0 ? [{ id, head, notes }] : [];
