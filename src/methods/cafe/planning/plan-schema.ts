import type { Swap } from '../state.ts';
import * as v from 'valibot';
import type { Plan } from '#rotation/problem.ts';

const seating = v.record(v.string(), v.string());
const figure = v.pipe(v.number(), v.finite());
const seat = v.object({ table: v.string(), letter: figure, step: v.nullable(figure), path: v.array(v.string()) });

const planSchema: v.GenericSchema<unknown, Plan> = v.object({
  way: v.picklist(['steps', 'field', 'shifts', 'square', 'design', 'search', 'kept']),
  rounds: v.array(seating),
  hosts: v.array(seating),
  seats: v.record(v.string(), seat),
  rule: v.nullable(
    v.object({ steps: v.record(v.string(), figure), tables: figure, places: v.record(v.string(), figure) })
  ),
  open: v.array(seat),
  quality: v.object({
    excess: figure,
    bound: figure,
    isOptimal: v.boolean(),
    repeats: figure,
    worst: figure,
    met: v.object({ least: figure, median: figure, most: figure, ceiling: figure }),
    share: figure,
    returns: figure,
    sizes: v.object({ least: figure, most: figure }),
    choices: v.nullable(v.object({ asked: figure, kept: figure, bound: figure })),
    unwished: figure,
    broken: v.object({ overfull: figure, apart: figure, misplaced: figure, hostless: figure, unseated: figure })
  })
});

const swapSchema: v.GenericSchema<unknown, { swap: Swap | null }> = v.strictObject({
  swap: v.nullable(v.strictObject({ round: figure, one: v.string(), other: v.string(), fewer: figure }))
});

/** What the engine answers, checked as everything that comes in by a command is. */
export const answerSchema = v.union([swapSchema, planSchema]);
