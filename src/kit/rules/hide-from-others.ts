import { personal, type Other } from '#contract/method.ts';

/** Hides each person's value from all channels except their own. */
export function hideFromOthers<Value>(byPerson: Record<string, Value>, channel: string, other: Other): void {
  for (const [person, value] of Object.entries(byPerson))
    if (channel !== personal(person)) byPerson[person] = other(value);
}
