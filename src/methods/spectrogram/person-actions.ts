import { offered, type PersonActions } from '#kit/console/person-actions.ts';
import type { Inputs } from './command-types.ts';
import type { ConsoleSeen } from './views/console.ts';
import { words as said } from './words.ts';

export const refusals = said.refusals;

const FIFTHS = [0, 250, 500, 750, 1000];
const words = said.console;

/** Where a person stands on the line that is open. On an anonymous one nobody is placed by name. */
export const personActions: PersonActions<ConsoleSeen, Inputs> = ({ view, person, name, via }) => {
  const line = view.now === null ? null : (view.statements[view.now] ?? null);
  if (!line || line.stage !== 'open' || view.exposure === 'L0') return [];
  const byHelper = view.acted[person] === 'helper';
  // In sight without names, whoever moves the dot of a person with a phone would see whose it is.
  if (view.exposure === 'L1' && line.revealed && via === 'phone' && !byHelper) return [];
  const { statement, version, round } = line;
  const spot = { statement, version, round, for: person };
  const places = words.fifths(line.poleA ?? '…', line.poleB ?? '…');
  return offered<Inputs>(
    {
      label: words.placeOne,
      command: 'place',
      done: words.placedThem(name),
      ask: {
        label: words.whereOf(name),
        options: [
          ...FIFTHS.map((x, index) => ({ value: `${x}`, name: places[index] ?? '' })),
          { value: 'unsure', name: words.unsure },
          { value: 'pass', name: words.pass }
        ]
      },
      input: (answer) =>
        answer === 'unsure' || answer === 'pass' ? { ...spot, answer } : { ...spot, x: Number(answer) }
    },
    view.acted[person] && {
      label: words.lift,
      command: 'lift',
      done: words.lifted(name),
      input: () => spot
    }
  );
};
