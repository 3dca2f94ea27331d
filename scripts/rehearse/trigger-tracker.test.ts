import { expect, test } from 'vitest';
import { TriggerTracker, type Held } from './trigger-tracker.ts';

type Bowl = { sitter: string };
type Own = { sits: boolean };

/** A person who sits acts once; one who does not sit does nothing. */
const asked: (Own | null)[] = [];
const part = {
  trigger: (all: unknown) => (all as Bowl).sitter,
  react(_all: unknown, own: unknown) {
    asked.push(own as Own | null);
    return (own as Own | null)?.sits ? { command: 'stepOut', input: {}, afterMs: 0 } : null;
  }
};

const held = (version: number, view: object): Held => ({
  version,
  doc: { gathering: {}, activities: { bowl: { method: 'fishbowl', view } } }
});
const ana = (parts: ConstructorParameters<typeof TriggerTracker>[0] = { fishbowl: part }) => {
  asked.length = 0;
  return new TriggerTracker(parts, () => 0);
};

test('whoever hears of a step before their own view does is asked again when it comes', () => {
  const attention = ana();
  expect(attention.next(held(5, { sitter: 'ana' }), held(4, { sits: false }))).toBeNull();
  expect(attention.next(held(5, { sitter: 'ana' }), held(5, { sits: true }))).toMatchObject({ command: 'stepOut' });
  expect(asked).toEqual([{ sits: false }, { sits: true }]);
});

test('it does not matter which of the two comes first', () => {
  const attention = ana();
  attention.next(held(4, { sitter: 'bo' }), held(4, { sits: false }));
  attention.next(held(4, { sitter: 'bo' }), held(5, { sits: true }));
  expect(attention.next(held(5, { sitter: 'ana' }), held(5, { sits: true }))).toMatchObject({ activity: 'bowl' });
});

test('an action is done once per trigger, whatever arrives after it', () => {
  const attention = ana();
  expect(attention.next(held(5, { sitter: 'ana' }), held(4, { sits: true }))).not.toBeNull();
  for (const version of [5, 6, 7])
    expect(attention.next(held(version, { sitter: 'ana' }), held(version, { sits: true }))).toBeNull();
  expect(attention.next(held(8, { sitter: 'ana again' }), held(7, { sits: true }))).not.toBeNull();
});

test('nobody who is content is asked for ever', () => {
  const attention = ana();
  for (const version of [5, 6, 7, 8]) attention.next(held(version, { sitter: 'bo' }), held(4, { sits: false }));
  expect(asked).toHaveLength(1);
  for (const version of [5, 6, 7, 8]) attention.next(held(8, { sitter: 'bo' }), held(version, { sits: false }));
  expect(asked).toHaveLength(2);
});

test('an trigger may be made by the own view alone', () => {
  const attention = ana({ fishbowl: { ...part, trigger: (_all, own) => String((own as Own | null)?.sits) } });
  expect(attention.next(held(5, { sitter: '' }), held(5, { sits: false }))).toBeNull();
  expect(attention.next(held(5, { sitter: '' }), held(6, { sits: true }))).not.toBeNull();
});

test('a method without simulated people is watched and left alone', () => {
  expect(ana({}).next(held(5, { sitter: 'ana' }), null)).toBeNull();
});
