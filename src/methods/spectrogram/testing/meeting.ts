import { facilitator, given, phone } from '#contract/testing/given.ts';
import type { SettingsForm, StatementForm } from '../settings.ts';
import { spectrogram } from '../spectrogram.ts';
import type { AllView } from '../views/all.ts';
import type { BoardView } from '../views/board.ts';
import type { ConsoleView } from '../views/console.ts';
import type { PersonView } from '../views/person.ts';

export const statement = (text: string, changes: Partial<StatementForm> = {}): StatementForm => ({
  text,
  poleA: 'agree',
  poleB: 'disagree',
  middle: null,
  kind: 'opinion',
  way: 'blind',
  ...changes
});

export const HELP = 'I know whom to ask for help';
export const SHARE = 'We share more than we buy';
export const everybody = {
  ana: {},
  bo: {},
  chidi: {},
  dana: {},
  eli: {},
  fatima: {},
  gus: { via: 'walk-in' as const }
};

/** A meeting of seven people with a spectrogram, and short ways to send commands and to read views. */
export const evening = (...statements: StatementForm[]) =>
  eveningWith({ statements: statements.length > 0 ? statements : [statement(HELP), statement(SHARE)] });

/** The same with settings of its own; without statements it has the usual two. */
export function eveningWith(changes: Partial<SettingsForm>, cast: Parameters<typeof given>[2] = everybody) {
  const scene = given(spectrogram, { statements: [statement(HELP), statement(SHARE)], ...changes }, cast);
  const named = (text: string) => {
    const found = Object.values(scene.state.statements).find(({ versions }) =>
      Object.values(versions).some((version) => version.text.text === text)
    );
    if (!found) throw new Error(`no statement “${text}”`);
    return found;
  };
  const line = (text: string) => {
    const { id, version, round } = named(text);
    return { statement: id, version, round };
  };
  return {
    ...scene,
    /** The lines it leaves behind, and how they went. */
    harvest: () => scene.harvest().filter((block) => block.kind === 'continuum'),
    course: () => scene.harvest().flatMap((block) => (block.kind === 'outline' ? block.figures : [])),
    named,
    line,
    all: () => scene.see('all') as AllView,
    board: () => scene.see('board') as BoardView,
    console: () => scene.see('console') as ConsoleView,
    dot: (person: string) => scene.state.dots[person] ?? 0,
    own: (person: string) => scene.see(`person:${person}`) as PersonView | null,
    lead: (command: string, text: string, more: object = {}) =>
      scene.when(facilitator, command, { statement: named(text).id, ...more }),
    place: (person: string, x: number, text = HELP) => scene.when(phone(person), 'place', { ...line(text), x }),
    say: (person: string, answer: string, text = HELP) => scene.when(phone(person), 'place', { ...line(text), answer })
  };
}

/** The same with six people on its first line: ana 50, bo 150, chidi 250, dana 750, eli 850, fatima 950. */
export const sixOnTheLine = (...statements: StatementForm[]) => sixIn(evening(...statements));

export function sixIn<Room extends ReturnType<typeof eveningWith>>(room: Room): Room {
  room.lead('open', HELP);
  ['ana', 'bo', 'chidi'].forEach((person, index) => room.place(person, 50 + 100 * index));
  ['dana', 'eli', 'fatima'].forEach((person, index) => room.place(person, 750 + 100 * index));
  return room;
}
