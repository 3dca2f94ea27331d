import { personal, type Other } from '#contract/method.ts';

/** What stands under each person is known to them, and to nobody else. */
export function hideFromOthers<Value>(byPerson: Record<string, Value>, channel: string, other: Other): void {
  for (const [person, value] of Object.entries(byPerson))
    if (channel !== personal(person)) byPerson[person] = other(value);
}
