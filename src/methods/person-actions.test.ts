import { describe, expect, test } from 'vitest';
import { helper, facilitator, type given } from '#contract/testing/given.ts';
import type { Scenes } from '#contract/testing/scenes.ts';
import { isRefusal } from '#contract/method.ts';
import type { PersonAction, PersonAt } from '#kit/console/person-actions.ts';

type Found = { personActions(at: PersonAt<object>): PersonAction[] };
type Scene = ReturnType<typeof given<unknown, unknown, Record<string, object>>>;

const methods = Object.entries(import.meta.glob<Found>('./*/person-actions.ts', { eager: true }));
const scenes = import.meta.glob<{ scenes: Scenes }>('./*/testing/scenes.ts', { eager: true });

/** Where only the rules can tell, a console offers it and shows the sentence. */
const TOLD = new Set(['one-chair-stays-free']);

/** What a helper is offered for a person without a phone, and a facilitator for one with a phone. */
function offers({ personActions }: Found, scene: Scene) {
  const people = Object.entries(scene.people()).filter(([, { present }]) => present);
  const chosen = (['walk-in', 'phone'] as const)
    .map((via) => people.find(([, each]) => each.via === via))
    .filter((found) => found !== undefined);
  return chosen.flatMap(([person, { via }]) => {
    const by = via === 'phone' ? facilitator : helper;
    const at = { view: scene.see('console') ?? {}, person, name: 'Bo', via, leads: by === facilitator };
    return personActions(at).map((action) => ({ by, person, action, answer: answerTo(action) }));
  });
}

function answerTo({ ask }: PersonAction): string {
  if (!ask) return '';
  return 'options' in ask ? (ask.options.at(-1)?.value ?? '') : 'A few words';
}

describe.each(methods)('%s', (path, found) => {
  const folder = path.replace('/person-actions.ts', '');
  const played = Object.entries(scenes[`${folder}/testing/scenes.ts`]?.scenes ?? {});

  test('what is offered for a person is taken by the rules, in every scene', () => {
    let count = 0;
    for (const [name, scene] of played) {
      const play = () => (typeof scene === 'function' ? scene() : scene.play()) as unknown as Scene;
      for (const { by, person, action, answer } of offers(found, play())) {
        const decision = play().when(by, action.command, action.input(answer, 'fresh'.padEnd(16, '0')));
        const refused = isRefusal(decision) && !TOLD.has(decision.refused) ? decision.refused : null;
        expect({ name, person, command: action.command, answer, refused }).toMatchObject({ refused: null });
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(played.length / 4);
  });
});
