import type { Figure, FigureValue, Scope } from './harvest-blocks.ts';
import { partOf, type Part } from './people-counts.ts';

/**
 * The only way to make a figure: a literal does not compile, so that each figure says whether it counts people.
 * `scope` says of which round, table or statement it is; without one it is of the whole block.
 */
const figure = <Code extends string, Value extends FigureValue>(code: Code, value: Value, scope?: Scope) =>
  ({ code, value, ...(scope && { scope }) }) as Figure<Code, Value>;

/** Notes, rounds, tables, times, measures: anything that no person is counted in. Times are in milliseconds. */
export const amount = <const Code extends string, Value extends Exclude<FigureValue, Part>>(
  code: Code,
  value: Value,
  scope?: Scope
): Figure<Code, Value> => figure(code, value, scope);

/** How many of all people did or said something. Its sentence is given words where one to four could be read. */
export const peopleFigure = <const Code extends string>(
  code: Code,
  count: number,
  of: number,
  scope?: Scope
): Figure<Code, Part> => figure(code, partOf(count, of), scope);

/** How many people were there in plain sight: in the room, on the chairs. Nothing of what they said or chose. */
export const headcount = <const Code extends string>(code: Code, people: number, scope?: Scope): Figure<Code, number> =>
  figure(code, people, scope);

/**
 * A figure that nobody in the room asked for, such as how unequally time was shared. An edition has it only in an
 * appendix, and only where those who lead want one.
 */
export const aside = <Told extends Figure>(figure: Told): Told => ({ ...figure, aside: true });
