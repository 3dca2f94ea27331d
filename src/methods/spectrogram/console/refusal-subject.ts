import type { ConsoleSeen } from '../views/console.ts';

const PARTS: Readonly<Record<string, (view: ConsoleSeen) => unknown>> = {
  looking: ({ cloud, comparison, replay }) => [cloud, comparison, replay].map((look) => look !== null),
  hear: ({ hearing }) => hearing,
  reasons: ({ reasons }) => reasons,
  add: ({ statements }) => Object.keys(statements),
  proposals: ({ proposals }) => proposals,
  exposure: ({ exposure }) => exposure
};

/** Without its figures, which move with every place. */
function row(view: ConsoleSeen, statement: string): unknown {
  const { placed: _placed, unsure: _unsure, passed: _passed, ...rest } = view.statements[statement] ?? {};
  return rest;
}

/** What a no in this part of the console, or at a statement of this id, is about: it goes when that is another. */
export function spokenOf(view: ConsoleSeen, part: string): unknown {
  const now = view.now === null ? undefined : view.statements[view.now];
  return [view.now, now?.stage, now?.round, now?.revealed, PARTS[part]?.(view) ?? row(view, part)];
}
