import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import type { Method } from '#contract/method.ts';
import { defineMethod, partOf } from '#contract/part.ts';
import type { Act, Say } from '#methods/fishbowl/command-types.ts';
import type { Say as CafeSay } from '#methods/cafe/command-types.ts';

/** Read by the compiler alone: `npm run check` fails as soon as one of the lines below an expected error compiles. */
export async function whatDoesNotCompile(say: Say, act: Act, inCafe: CafeSay): Promise<void> {
  await say('withdraw', {});
  await act('withdraw');
  // @ts-expect-error no command is called so
  await say('withdrow', {});
  // @ts-expect-error it takes no such field
  await say('withdraw', { chair: 'c1' });
  // @ts-expect-error the field is of another type
  await say('showNotes', { on: 'yes' });
  // @ts-expect-error a field is missing
  await act('showNotes');
  // @ts-expect-error a command of another method
  await inCafe('withdraw', {});
}

export function harvestsThatHideWhatTheyLeaveOut(): MethodHarvestWords[] {
  const codes = { headings: {}, figures: {} };
  return [
    { ...codes, leftOut: ['Names: notes are kept without them.'] },
    // @ts-expect-error those who publish would not learn what is left out
    codes,
    // @ts-expect-error nor from an empty list
    { ...codes, leftOut: [] }
  ];
}

type Events = { Opened: object; Closed: object };
type Rest = Omit<Method<object, object, Events>, 'commands' | 'evolve' | 'touches'>;

export function factsThatNobodyAnswersFor(rest: Rest): void {
  const opening = partOf<object, Events>()({ evolve: { Opened() {} }, touches: { Opened: () => [] } });
  const closing = partOf<object, Events>()({ evolve: { Closed() {} }, touches: { Closed: () => [] } });
  const define = defineMethod<object, object, Events>();
  define({ ...rest, parts: [opening, closing] });
  // @ts-expect-error nobody answers for `Closed`
  define({ ...rest, parts: [opening] });
  // @ts-expect-error nor for anything
  define({ ...rest, parts: [] });
}
