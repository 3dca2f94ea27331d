import type { GatheringOnConsole } from '#gathering/views.ts';
import { nameOf, stepsIn } from '#methods/steps.ts';
import type { Seen } from '#contract/typed-text.ts';
import type { Doc, NextStep } from '#wire/messages.ts';
import { console as words } from '#words/index.ts';

const GATHERING = 'gathering';

export type GatheringSeen = Seen<GatheringOnConsole>;
export type Row = { activity: string; title: string; method: string };

/** The run of show in its order. */
export const rowsOf = ({ agenda }: GatheringSeen): Row[] =>
  Object.entries(agenda)
    .filter(([, { removed }]) => !removed)
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([activity, { title, method }]) => ({ activity, method, title: title ?? nameOf(method) }));

export function titleOf({ agenda }: GatheringSeen, activity: string | null): string {
  if (activity === null) return words.show.welcome;
  return agenda[activity]?.title ?? nameOf(agenda[activity]?.method ?? '');
}

type Told = { acted: Readonly<Record<string, unknown>>; answered: { answered: number; present: number } | null };

/** Who acted in what is on, and how many: methods that count people say so under these names. */
export function progressOf(doc: Doc, { now }: GatheringSeen): Told {
  const view = (now === null ? {} : (doc.activities[now]?.view ?? {})) as { acted?: unknown; counts?: unknown };
  const acted = typeof view.acted === 'object' && view.acted !== null ? (view.acted as Told['acted']) : {};
  const { present, ...answers } = (view.counts ?? {}) as Record<string, unknown>;
  // A person who is not sure or passed has answered, too: the facilitator need not wait for them.
  const answered = Object.values(answers).reduce<number>((sum, each) => sum + (typeof each === 'number' ? each : 0), 0);
  return { acted, answered: typeof present === 'number' ? { answered, present } : null };
}

/** What the button of a step says: a verb and, where there is one, the words it is done to. */
export type StepSays = { verb: string; about: string };

export function stepSays(doc: Doc, gathering: GatheringSeen, next: NextStep): StepSays {
  if (next.activity === GATHERING && next.command === 'turnTo') {
    const { activity } = next.input as { activity: string | null };
    return { verb: words.steps.turnTo, about: titleOf(gathering, activity) };
  }
  const method = doc.activities[next.activity]?.method ?? '';
  return { verb: verbOf(method, next.command, next.input), about: aboutOf(doc, next.activity, next.input) };
}

/** What undo would take back, in words. */
export function undoSays(
  { agenda }: GatheringSeen,
  { activity, command }: { activity: string; command: string }
): string {
  const undone: Readonly<Record<string, string>> =
    activity === GATHERING ? words.undone : (stepsIn(agenda[activity]?.method ?? '')?.undone ?? {});
  return undone[command] ?? command;
}

/** A step that goes on to a stage of an activity is called by the stage. */
function verbOf(method: string, command: string, input: object): string {
  const { steps = {}, stages = {} } = stepsIn(method) ?? {};
  const stage = 'stage' in input && typeof input.stage === 'string' ? stages[input.stage] : undefined;
  return stage ?? steps[command] ?? words.steps.unknown;
}

/** Methods keep what a step is about in a record of their view, under the id that the step names. */
function aboutOf(doc: Doc, activity: string, input: object): string {
  const records = Object.values(doc.activities[activity]?.view ?? {});
  for (const id of Object.values(input)) {
    if (typeof id !== 'string') continue;
    for (const record of records) {
      const found: unknown =
        record !== null && typeof record === 'object' ? (record as Record<string, unknown>)[id] : null;
      if (found && typeof found === 'object' && 'text' in found && typeof found.text === 'string') return found.text;
    }
  }
  return '';
}
