import * as v from 'valibot';
import { commandOf, LEADS, type Decision, type Fact, type Facts } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { refuse } from '../refuse.ts';
import type { Events } from '../events.ts';
import { statementFields, statementSettings, STATEMENTS_MOST, type StatementSettings } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { isUsed, latestVersion, versionOf, wordingOf, type State, type Statement } from '../state.ts';
import { withStatement } from './command-fields.ts';
import { takeBack } from './stages.ts';

const command = commandOf<State, Events>();

/** A facilitator's commands for the list of statements, before and during the activity. */
export const list = partOf<State, Events>()({
  commands: {
    addStatement: command({
      who: LEADS,
      /** `after`: the statement it follows. Without it, the end of the list. */
      input: v.strictObject({ settings: statementSettings, after: v.optional(v.string()) }),
      decide: (state, { settings, after }, _by, facts) =>
        added(state, settings, getOwn(state.statements, after ?? null)?.order ?? count(state), facts),
      undo: removed
    }),
    duplicateStatement: command({
      who: LEADS,
      input: v.strictObject({ statement: v.string() }),
      decide: (state, { statement }, _by, facts) =>
        withStatement(state, statement, (found) => added(state, settingsOf(found), found.order, facts)),
      undo: removed
    }),
    reviseStatement: command({
      who: LEADS,
      /** All fields again, changed or not. Once the line was open, new words begin a new version with an empty line. */
      input: v.strictObject({ statement: v.string(), ...statementFields }),
      decide: (state, { statement, ...settings }) =>
        withStatement(state, statement, (found) => {
          const version = wasOpen(found) ? latestVersion(found) + 1 : found.version;
          return [{ type: 'StatementRevised', data: { statement, version, settings } }];
        }),
      undo: (before, { statement }) => {
        const found = getOwn(before.statements, statement);
        if (!found) return [];
        const { way, warmUp } = found;
        return wasOpen(found)
          ? [
              { type: 'WaySet', data: { statement, way } },
              { type: 'WarmUpSet', data: { statement, on: warmUp } },
              ...takeBack(before, { statement })
            ]
          : [{ type: 'StatementRevised', data: { statement, version: found.version, settings: settingsOf(found) } }];
      }
    }),
    moveStatement: command({
      who: LEADS,
      /** `to`: its new place in the list, counted from 1. Beyond the end means the end. */
      input: v.strictObject({ statement: v.string(), to: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
      decide: (state, { statement, to }) =>
        withStatement(state, statement, (found) => {
          const order = Math.min(to, count(state));
          return order === found.order ? [] : [{ type: 'StatementMoved', data: { statement, order } }];
        }),
      undo: (before, { statement }) => {
        const found = getOwn(before.statements, statement);
        return found ? [{ type: 'StatementMoved', data: { statement, order: found.order } }] : [];
      }
    }),
    removeStatement: command({
      who: LEADS,
      input: v.strictObject({ statement: v.string() }),
      decide: (state, { statement }) =>
        withStatement(state, statement, (found) =>
          isUsed(found) ? refuse('people-placed-here') : [{ type: 'StatementRemoved', data: { statement } }]
        ),
      undo: (before, { statement }) => {
        const found = getOwn(before.statements, statement);
        if (!found) return [];
        // A new version number: a phone that still shows the removed wording must not place on this one.
        const back = { statement, order: found.order, version: latestVersion(found) + 1, settings: settingsOf(found) };
        return [{ type: 'StatementAdded', data: back }];
      }
    })
  }
});

export const settingsOf = (statement: Statement): StatementSettings => ({
  ...wordingOf(versionOf(statement)),
  way: statement.way,
  warmUp: statement.warmUp
});

export function added(state: State, settings: StatementSettings, after: number, facts: Facts): Decision<Events> {
  if (count(state) >= STATEMENTS_MOST) return refuse('too-many-statements', { most: STATEMENTS_MOST });
  return [{ type: 'StatementAdded', data: { statement: facts.id(), order: after + 1, version: 1, settings } }];
}

export function removed(_before: State, _input: unknown, done: Fact<Events>[]): Fact<Events>[] {
  return done.flatMap(({ type, data }) =>
    type === 'StatementAdded' ? [{ type: 'StatementRemoved', data: { statement: data.statement } }] : []
  );
}

const count = ({ statements }: State): number => Object.keys(statements).length;
const wasOpen = (statement: Statement): boolean => versionOf(statement).opened !== null;
