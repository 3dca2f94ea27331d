import { expect, test } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import { manifests, methods } from '#methods/index.ts';
import { console as words } from '#words/index.ts';

const undoable = (commands: object): string[] =>
  Object.entries(commands).flatMap(([name, command]) => ((command as { undo?: unknown }).undo ? [name] : []));

test.each(Object.entries(manifests))(
  'whatever can be taken back of a %s has a name on the button, and nothing else has: `undone` in its words/steps.ts',
  (_name, { rules: { commands }, steps }) => {
    expect(undoable(commands).length).toBeGreaterThan(0);
    expect(Object.keys(steps.undone).sort()).toEqual(undoable(commands).sort());
  }
);

test('whatever can be taken back of the gathering has a name on the button', () => {
  const { commands } = gathering(methods);
  expect(Object.keys(words.undone).sort()).toEqual(undoable(commands).sort());
});
