import fc from 'fast-check';
import { GATHERING, type Ledger, type Rules } from '#gathering/ledger.ts';

const EVERY_OBJECT_HAS = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

type Known = { activity: string; command: string; fields: Record<string, Field> };

/**
 * Every command of every method on its own block, with the fields its input is made of, as the rules themselves say.
 */
function commands(rules: Rules, activities: Readonly<Record<string, string>>): Known[] {
  const tables = [
    ...Object.values(rules.methods).map((method) => ({ ...method, on: activities[method.name] ?? '' })),
    { ...rules.gathering, on: GATHERING }
  ];
  return tables.flatMap(({ on, commands }) =>
    Object.entries(commands).map(([command, { input }]) => ({
      activity: on,
      command,
      fields: (input as { entries?: Record<string, Field> }).entries ?? {}
    }))
  );
}

const anything = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: false, maxDepth: 4 }),
  fc.constantFrom<unknown>(Number.NaN, Infinity, -0, 1e308, '\u202e', 'x'.repeat(5000), [], {}, null)
);

type Field = { type?: string; options?: unknown[]; wrapped?: Field; item?: Field };

/** What a field takes by its own rules, with the ids of its own block; now and then what nobody thought of. */
function value(field: Field, ids: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: fitting(field, ids) }, { weight: 1, arbitrary: anything });
}

function fitting({ type, options, wrapped, item }: Field, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (wrapped) return fc.oneof({ weight: 4, arbitrary: fitting(wrapped, ids) }, fc.constant(null));
  if (item) return fc.array(value(item, ids), { maxLength: 3 });
  if (type === 'picklist' && options) return fc.constantFrom(...options);
  if (type === 'number') return fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -5, max: 1005 }));
  if (type === 'boolean') return fc.boolean();
  const strange = fc.constantFrom('bo', 'nobody', 'n'.repeat(16), ...EVERY_OBJECT_HAS);
  return ids.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, strange) : strange;
}

/** Whatever looks like an id in this block; in the gathering, the blocks. */
const idsIn = (ledger: Ledger, activities: Readonly<Record<string, string>>, activity: string): string[] =>
  activity === GATHERING
    ? Object.values(activities)
    : [...new Set(JSON.stringify(ledger.activities[activity]).match(/\b0{6}[0-9a-z]{10}\b/g))];

/** Frames of any shape; half of the frames are valid. `activities`: by method, its block. */
export function frameFor(rules: Rules, ledger: Ledger, activities: Readonly<Record<string, string>>) {
  const known = commands(rules, activities);
  const names = [...known.map(({ command }) => command), 'undo', 'duplicateBlock', ...EVERY_OBJECT_HAS, ''];
  const inputs = new Map(
    known.map(({ activity, command, fields }) => {
      const values = Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name, value(field, idsIn(ledger, activities, activity))])
      );
      const input = fc.oneof(fc.record(values), fc.record(values, { requiredKeys: [] }), anything);
      return [`${activity} ${command}`, input] as const;
    })
  );
  const anyInput = fc.oneof(anything, ...inputs.values());
  const fresh = fc.stringMatching(/^[0-9a-z]{26}$/);
  // In good order from the outside, so that the rules are reached and not only the doors before them.
  const ordered = known.map(({ activity, command }) =>
    fc.record({
      device: fresh,
      n: fc.constant(1),
      settled: fc.constant(0),
      activity: fc.constant(activity),
      command: fc.constant(command),
      input: inputs.get(`${activity} ${command}`) ?? anything
    })
  );
  return fc.oneof(
    { weight: 1, arbitrary: anything },
    { weight: 4, arbitrary: fc.oneof(...ordered) },
    {
      weight: 5,
      arbitrary: fc.record({
        device: fc.oneof(fresh, anything),
        n: fc.oneof(fc.constant(1), anything),
        settled: fc.oneof(fc.constant(0), anything),
        activity: fc.oneof(fc.constantFrom(GATHERING, ...Object.values(activities), '__proto__'), anything),
        command: fc.oneof(fc.constantFrom(...names), anything),
        input: anyInput
      })
    }
  );
}
