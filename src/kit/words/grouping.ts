import { counted } from '#words/en/counted.ts';

/** What the method calls what is grouped: notes, cards. */
export type Noun = { one: string; many: string };

/** The words of the desk where cards are put into groups. */
export function groupingWords({ one, many }: Noun) {
  const some = (count: number) => counted(count, one, many);
  return {
    title: 'Groups',
    find: `Find ${many}`,
    found: (count: number, all: number) => `${count} of ${some(all)}`,
    foundNone: `No ${one} has these letters.`,
    notShown: (count: number) => `${count} of them not in sight`,
    keysTitle: 'Keys',
    keys: `On a ${one}: ↑ ↓ next ${one}, ← → next pile, Space picks it, Enter puts what is picked beside it, N makes a new group, 1 to 9 put it into a group, 0 into the loose pile, Escape lets go.`,
    hint: `Pick ${many}, then choose where they belong. Name a group when you see what it is about.`,
    loose: 'Not in a group yet',
    looseNone: `Every ${one} is in a group.`,
    noName: 'no name yet',
    group: (number: number, name: string | null) => `${number} · ${name ?? 'no name yet'}`,
    groupShort: (number: number, name: string | null) => name ?? `Group ${number}`,
    count: (count: number) => `${count}`,
    inIt: some,
    picked: (count: number) => `${some(count)} picked`,
    nothingPicked: 'Nothing is picked.',
    newGroup: 'New group',
    putHere: (count: number) => `Put ${count} here`,
    putInto: (count: number, group: string) => `Put ${count} here: ${group}`,
    toLoose: 'Out of its group',
    fold: 'Fold into one',
    letGo: 'Let go',
    name: 'Name',
    nameOf: (group: string) => `Name ${group}`,
    theName: 'What is it about?',
    join: 'Join with',
    joinOf: (group: string) => `Join ${group} with`,
    save: 'Save',
    cancel: 'Cancel',
    placed: (count: number, group: string) => `${some(count)} in ${group}.`,
    made: (count: number) => `A new group with ${some(count)}.`,
    loosened: (count: number) => `${some(count)} in the loose pile.`,
    named: (name: string) => `The group is called ${name}.`,
    unnamed: 'The group has no name.',
    joined: 'The groups are one now.',
    folded: `The ${many} are one now.`,
    foldedIn: (count: number) => `${some(count)} folded in`,
    takeApart: 'Take apart again',
    takeApartOf: (said: string) => `Take apart again: ${said}`,

    suggestions: {
      title: 'May belong together',
      about: 'What is underlined is in both. Nothing moves by itself.',
      looking: 'Looking for what is alike …',
      none: `No loose ${one} is like another one.`,
      failed: `This browser cannot compare the ${many}.`,
      inGroup: (group: string) => `in ${group}`,
      because: (shared: string) => `Both say: ${shared}`,
      together: 'Put together',
      togetherOf: (first: string, second: string) => `Put together: ${first} + ${second}`,
      refuse: 'Not these',
      refuseOf: (first: string, second: string) => `Not these: ${first} + ${second}`,
      refused: 'These two are not suggested again.'
    }
  };
}

export type GroupingWords = ReturnType<typeof groupingWords>;
