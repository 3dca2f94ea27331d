/** An edition nests some thirty deep. */
const DEEPEST = 200;
/** What every object has: a document that brings its own is meant to change how it is read. */
const OF_EVERY_OBJECT = ['__proto__', 'constructor', 'prototype'];

/**
 * Whether a document can be walked through by what calls itself, and holds no name that every object has. It is told
 * without such calls: a megabyte of brackets would end them.
 */
export function isShallow(document: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEEPEST || OF_EVERY_OBJECT.some((name) => Object.hasOwn(value, name))) return false;
    for (const item of Object.values(value)) waiting.push({ value: item, depth: depth + 1 });
  }
  return true;
}
