/**
 * One change in a view: the path of keys to it, and the new value; without a value the key is removed. Records are
 * walked key by key; arrays and everything else are replaced whole.
 */
export type Change = [path: string[], value?: unknown];

type Plain = Record<string, unknown>;

/** The changes that turn `before` into `after`. Parts that are the same object are not looked into. */
export function diff(before: object, after: object): Change[] {
  const changes: Change[] = [];
  compare(before as Plain, after as Plain, [], changes);
  return changes;
}

/** Applies changes in place, so that Svelte redraws only what depends on a changed part. */
export function patch(doc: object, changes: readonly Change[]): void {
  for (const change of changes) {
    const [path] = change;
    const last = path.at(-1);
    const parent = path.slice(0, -1).reduce<Plain | null>(step, doc as Plain);
    if (parent === null || last === undefined) continue;
    if (change.length === 1) delete parent[last];
    else parent[last] = change[1];
  }
}

/**
 * `path` is one list for the whole walk, copied for each change: a copy for each of two thousand dots that rest is most
 * of the work.
 */
function compare(before: Plain, after: Plain, path: string[], changes: Change[]): void {
  for (const key of Object.keys(before)) if (!kept(after, key)) changes.push([[...path, key]]);
  for (const key of Object.keys(after)) {
    const is = after[key];
    if (is === undefined) continue;
    const was = kept(before, key) ? before[key] : undefined;
    if (was === is) continue;
    if (isRecord(was) && isRecord(is)) {
      path.push(key);
      compare(was, is, path, changes);
      path.pop();
    } else if (!same(was, is)) changes.push([[...path, key], is]);
  }
}

const kept = (record: Plain, key: string) => Object.hasOwn(record, key) && record[key] !== undefined;

const isRecord = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Arrays are small here (a pair of poles, five counts): comparing their text is cheaper than sending them again. */
const same = (was: unknown, is: unknown) =>
  Array.isArray(was) && Array.isArray(is) && JSON.stringify(was) === JSON.stringify(is);

// Only own keys: a path from a hostile server must not reach Object.prototype.
const step = (parent: Plain | null, key: string): Plain | null =>
  parent !== null && Object.hasOwn(parent, key) && isRecord(parent[key]) ? parent[key] : null;
