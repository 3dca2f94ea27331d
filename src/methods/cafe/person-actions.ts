import { offered, scribeAction, type PersonActions } from '#kit/console/person-actions.ts';
import type { Inputs } from './command-types.ts';
import { isRunning, seatsIn, size, tableNumber, tablesIn } from './console/tables/table-status.ts';
import type { ConsoleSeen } from './views/console.ts';
import { consoleWords as words } from './words/console.ts';

export { refusals } from './words/refusals.ts';

/** A table in this round, who hosts it, and who writes everywhere. */
export const personActions: PersonActions<ConsoleSeen, Inputs> = (at) => {
  const { view, person, name } = at;
  const table = seatsIn(view).get(person) ?? null;
  const number = tableNumber(view, table);
  const hosts = table !== null && view.tables[table]?.people[person]?.hosts === true;
  const others = tablesIn(view).filter(
    ([each, { people, seats }]) => each !== table && Object.keys(people).length < seats
  );
  return offered<Inputs>(
    view.unseated.includes(person) &&
      !view.full && {
        label: words.seating.give,
        command: 'comeIn',
        done: words.seating.given(name),
        input: () => ({ for: person })
      },
    table !== null &&
      view.missing.includes(person) && {
        label: words.seating.here,
        command: 'here',
        done: words.seating.said(name, number),
        input: () => ({ for: person, table, round: view.round })
      },
    isRunning(view) && {
      label: words.seating.elsewhere,
      command: 'movePerson',
      done: words.seating.moves(name),
      ask: {
        label: words.seating.to(name),
        options: others.map(([value, each]) => ({
          value,
          name: words.seating.free(each.number, size(each), each.seats)
        }))
      },
      input: (to) => ({ person, table: to })
    },
    isRunning(view) &&
      table !== null &&
      !hosts &&
      view.hosts !== 'none' && {
        label: words.panel.makeHost,
        command: 'makeHost',
        done: words.panel.hostNow(name, number),
        input: () => ({ table, person })
      },
    scribeAction(at, words.scribes)
  );
};
