import { counted, opening } from '#words/en/counted.ts';

/** What the method calls what is grouped: notes, cards. */
export type Noun = { one: string; many: string };

const GROUP: Noun = { one: 'group', many: 'groups' };

/** The words of the desk where cards are put into groups, or into what they are called there. */
export function groupingWords({ one, many }: Noun, group: Noun = GROUP) {
  const named = opening(group.one);
  const some = (count: number) => counted(count, one, many);
  return {
    title: opening(group.many),
    find: `Find ${many}`,
    found: (count: number, all: number) => `${count} of ${some(all)}`,
    foundNone: `No ${one} is found.`,
    notShown: (count: number) => `${count} of them not in sight`,
    keysTitle: 'Keys',
    keys: `On a ${one}: ↑ ↓ next ${one}, ← → next pile, Space picks it, Enter puts what is picked beside it, N makes a new ${group.one}, 1 to 9 put it into a ${group.one}, 0 into the loose pile, Escape lets go.`,
    hint: `Pick ${many}, then choose where they belong. Name a ${group.one} when you see what it is about.`,
    loose: `Not in a ${group.one} yet`,
    looseNone: `Every ${one} is in a ${group.one}.`,
    noName: 'no name yet',
    group: (number: number, name: string | null) => `${number} · ${name ?? 'no name yet'}`,
    groupShort: (number: number, name: string | null) => name ?? `${named} ${number}`,
    count: (count: number) => `${count}`,
    inIt: some,
    picked: (count: number) => `${some(count)} picked`,
    nothingPicked: 'Nothing is picked.',
    newGroup: `New ${group.one}`,
    putHere: (count: number) => `Put ${count} here`,
    putInto: (count: number, group: string) => `Put ${count} here: ${group}`,
    putWhere: 'Put into …',
    putWhereTitle: (count: number) => `Put ${some(count)} into`,
    toLoose: `Out of its ${group.one}`,
    fold: 'Fold into one',
    letGo: 'Let go',
    open: 'Open',
    openOf: (said: string) => `Open: ${said}`,
    moreKeys: `O opens a ${one}. Alt and ↑ or ↓ move it up or down in its ${group.one}.`,
    up: 'Move up',
    upOf: (name: string) => `Move up: ${name}`,
    down: 'Move down',
    downOf: (name: string) => `Move down: ${name}`,
    moved: 'Moved.',
    name: 'Name',
    nameOf: (group: string) => `Name ${group}`,
    theName: 'What is it about?',
    join: 'Join with',
    joinOf: (group: string) => `Join ${group} with`,
    save: 'Save',
    cancel: 'Cancel',
    placed: (count: number, group: string) => `${some(count)} in ${group}.`,
    made: (count: number) => `A new ${group.one} with ${some(count)}.`,
    loosened: (count: number) => `${some(count)} in the loose pile.`,
    named: (name: string) => `The ${group.one} is called ${name}.`,
    unnamed: `The ${group.one} has no name.`,
    joined: `The ${group.many} are one now.`,
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
