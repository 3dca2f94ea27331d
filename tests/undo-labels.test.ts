import { expect, test } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import { methods } from '#methods/index.ts';
import { stepsIn, stepsOf } from '#methods/steps.ts';
import { surfaces } from '#methods/surfaces.ts';
import { console as words } from '#words/index.ts';

const undoable = (commands: object): string[] =>
  Object.entries(commands).flatMap(([name, command]) => ((command as { undo?: unknown }).undo ? [name] : []));

test('each method says what the console calls it and its steps, in `words/steps.ts` and the list of src/methods/steps.ts', () => {
  expect(Object.keys(stepsOf).sort()).toEqual(Object.keys(methods).sort());
  expect(Object.keys(surfaces).sort()).toEqual(Object.keys(methods).sort());
});

test.each(Object.entries(methods))(
  'whatever can be taken back of a %s has a name on the button, and nothing else has: `undone` in its words/steps.ts',
  (name, { commands }) => {
    expect(undoable(commands).length).toBeGreaterThan(0);
    expect(Object.keys(stepsIn(name)?.undone ?? {}).sort()).toEqual(undoable(commands).sort());
  }
);

test('whatever can be taken back of the gathering has a name on the button', () => {
  const { commands } = gathering(methods);
  expect(Object.keys(words.undone).sort()).toEqual(undoable(commands).sort());
});
