import { personal, type Attendee } from '#contract/method.ts';
import type { Played, Press, PressedScene, Scenes } from '#contract/testing/scenes.ts';
import { resolve, type Known } from '#gathering/validate.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import type { AnonymousBallot, Print } from '#methods/surface-types.ts';
import { live } from './surfaces.ts';

/** One surface as somebody sees it. `where`: the scene and who looks, for a sentence. */
export type Sight = { where: string; width: number; height: number; props: object; press: readonly Press[] };

/** Every scene is seen twice: with what people typed, and after all of them have withdrawn it. */
const READINGS: readonly (readonly [where: string, known: Known])[] = [
  ['', { text: (id) => id, writing: mergedText }],
  ['with all words withdrawn, ', { text: () => null, writing: () => null }]
];

const WALL = { width: 1280, height: 720 };
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 640 };

/** Joined in the end and did nothing. */
const NEWCOMER = 'newcomer';

const say = () => Promise.resolve({ version: 1 });
const shared = {
  say,
  sayWithPhoto: say,
  photoAt: (photo: string) => `data:image/jpeg;base64,${photo}`,
  licence: 'CC-BY-SA-4.0',
  moving: () => null
};

type Staged = { scene: PressedScene; played: Played; words: <Value>(value: Value) => Value };

/** A wall, and the same as a page of text. */
const walls = ({ played, words }: Staged): Sight[] => [
  { where: 'for the room', ...WALL, press: [], props: at(played, { view: words(played.see('board')) }) }
];

/** A facilitator with a wide screen, a helper with a phone. */
const consoles = ({ scene: { console: press = [] }, played, words }: Staged): Sight[] => {
  const props = at(played, { view: words(played.see('console')), people: words(peopleOf(played)) });
  return [
    { where: 'for those who lead', ...DESK, press, props: { ...props, leads: true } },
    { where: 'for a helper', ...PHONE, press, props: { ...props, leads: false } }
  ];
};

/** Phones whose views are made of the same parts look alike, but for words and figures. */
function phones({ scene: { phone: press = [] }, played, words }: Staged): Sight[] {
  played.arrive(NEWCOMER);
  const view = words(played.see('all'));
  const seen = Object.entries(played.people())
    .filter(([, { via, present }]) => via === 'phone' && present)
    .map(([person]) => {
      const heard = played.channels(person).map((channel) => [channel, words(played.see(channel))]);
      return { person, mine: words(played.see(personal(person))), channelViews: Object.fromEntries(heard) as object };
    });
  const pockets = played.drawsTickets() ? (['drawing', 'ready'] as const) : (['shut'] as const);
  return distinct(seen, ({ mine, channelViews }) => partsOf([mine, channelViews])).flatMap(({ person, ...own }) =>
    pockets.map((pocket) => ({
      where: `for ${person === NEWCOMER ? 'a newcomer' : person}${pocket === 'shut' ? '' : `, ballot ${pocket}`}`,
      ...PHONE,
      press,
      props: at(played, { view, ...own, link: live, move() {}, ballot: ballot(pocket), arrival: null, tell() {} })
    }))
  );
}

/** Every sheet that can be printed. */
export const papers =
  ({ sheets, tables }: Pick<Print, 'sheets' | 'tables'>) =>
  ({ played, words }: Staged): Sight[] => {
    const view = words(played.see('console')) ?? {};
    const props = { view, people: words(peopleOf(played)), title: 'An evening' };
    const codes = Object.fromEntries(tables(view).map((table) => [table, { size: 29, path: 'M0 0h29v29H0z' }]));
    const place = { host: 'plenary.example', code: '482915', codes };
    return sheets.map(([sheet, name]) => ({
      where: `on the sheet “${name}”`,
      ...DESK,
      press: [],
      props: { ...props, ...place, sheet }
    }));
  };

export const SIGHTS = { Board: walls, BoardText: walls, Phone: phones, Console: consoles };

/** A form that knows nothing of any scene. */
export const SET_UP: readonly Sight[] = [
  { where: 'a new block', ...DESK, press: [], props: {} },
  { where: 'a new block on a phone', ...PHONE, press: [], props: {} }
];

/** What there is to see in all scenes of a method, each look once. */
export function sightsOf(scenes: Scenes, seen: (staged: Staged) => Sight[]): Sight[] {
  const sights = READINGS.flatMap(([reading, known]) =>
    Object.entries(scenes).flatMap(([name, scene]) => {
      const pressed = typeof scene === 'function' ? { play: scene } : scene;
      const words = <Value>(value: Value): Value => resolve(value, known) as Value;
      const looks = seen({ scene: pressed, played: pressed.play(), words });
      return looks.map((sight) => ({ ...sight, where: `“${name}”, ${reading}${sight.where}` }));
    })
  );
  return distinct(sights, ({ props, press, width }) => JSON.stringify([props, press, width]));
}

const at = (played: Played, props: object): object => ({ ...shared, now: () => played.now(), ...props });

/** People as the console is told of them. */
const peopleOf = (played: Played): Record<string, object> =>
  Object.fromEntries(
    Object.entries(played.people()).map(([person, attendee], index) => [person, known(attendee, index + 1)])
  );
const known = ({ name = null, ...attendee }: Attendee, order: number): object => ({ name, ...attendee, order });

const ballot = (state: AnonymousBallot['state']): AnonymousBallot => ({
  state,
  points: {},
  open() {},
  place: () => Promise.resolve()
});

/** The first of those that have one name. */
function distinct<One>(all: readonly One[], name: (one: One) => string): One[] {
  const names = all.map(name);
  return all.filter((_one, index) => names.indexOf(names[index] ?? '') === index);
}

/** Which fields there are and whether they are filled, without what stands in them. */
function partsOf(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'string' ? 'words' : typeof item === 'number' ? 1 : item
  );
}
