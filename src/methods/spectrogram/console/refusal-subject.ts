import type { ConsoleSeen } from '../views/console.ts';

const PARTS: Readonly<Record<string, (view: ConsoleSeen) => unknown>> = {
  looking: ({ cloud, comparison, replay }) => [cloud, comparison, replay].map((look) => look !== null),
  hear: ({ hearing }) => hearing,
  reasons: ({ reasons }) => reasons,
  add: ({ statements }) => Object.keys(statements),
  proposals: ({ proposals }) => proposals,
  exposure: ({ exposure }) => exposure
};

/** Without its counts, which change with every placement. */
function row(view: ConsoleSeen, statement: string): unknown {
  const { placed: _placed, unsure: _unsure, passed: _passed, ...rest } = view.statements[statement] ?? {};
  return rest;
}

/**
 * What a refusal in this part of the console, or at this statement, is about. The refusal disappears when it changes.
 */
export function spokenOf(view: ConsoleSeen, part: string): unknown {
  const now = view.now === null ? undefined : view.statements[view.now];
  return [view.now, now?.stage, now?.round, now?.revealed, PARTS[part]?.(view) ?? row(view, part)];
}
