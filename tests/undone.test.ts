import { expect, test } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import { methods } from '#methods/index.ts';
import { console as words } from '#words/index.ts';

const undoable = (commands: object): string[] =>
  Object.entries(commands).flatMap(([name, command]) => ((command as { undo?: unknown }).undo ? [name] : []));

test.each(Object.entries(methods))(
  'whatever can be taken back of a %s has a name on the button',
  (name, { commands }) => {
    const own = words.ofMethods[name]?.undone ?? {};
    expect(undoable(commands).length).toBeGreaterThan(0);
    expect(undoable(commands).filter((command) => !own[command] && !words.undone[command])).toEqual([]);
  }
);

test('whatever can be taken back of the gathering has a name on the button', () => {
  const { commands } = gathering(methods);
  expect(undoable(commands).filter((command) => !words.undone[command])).toEqual([]);
});
