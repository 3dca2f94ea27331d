import { DRAFT, EVERYWHERE, personal, type CrowdChannel, type Method, type Other, type Roster } from '../method.ts';

type Checked<State> = Pick<Method<never, State, never>, 'view' | 'hidden' | 'next' | 'crowd' | 'channels' | 'harvest'>;
type Path = readonly string[];

/** The most leaves of a step that are tried; a step that changes more is tested on the first ones only. */
const LEAVES_MOST = 24;

/** As {@link Other} says. */
const other: Other = (value) => everyLeaf(value, otherLeaf);

function otherLeaf(value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 1 : 0;
  return typeof value === 'boolean' ? !value : `not ${String(value)}`;
}

/** Nothing that stood there before, and never twice the same: whatever is like it was not touched. */
function marking(): Other {
  let marks = 0;
  return (value) => everyLeaf(value, () => `mark ${(marks += 1)}`);
}

function everyLeaf<Value>(value: Value, change: (leaf: unknown) => unknown): Value {
  const changed = (item: unknown): unknown => {
    if (item === null || item === undefined) return item;
    if (Array.isArray(item)) return item.map(changed);
    if (!isRecord(item)) return change(item);
    return Object.fromEntries(Object.entries(item).map(([key, each]) => [key, changed(each)]));
  };
  return changed(value) as Value;
}

/** Every channel of this activity that has a listener. */
export const channelsOf = <State>({ channels }: Checked<State>, state: State, people: readonly string[]): string[] => [
  ...new Set([...EVERYWHERE, ...people.flatMap((person) => [personal(person), ...(channels?.(state, person) ?? [])])])
];

/** A sentence for each channel that is shown what `hidden` keeps from it, and for a draft of the harvest. */
export function leaks<State>(method: Checked<State>, state: State, roster: Roster, channels: readonly string[]) {
  return [...channels, DRAFT].flatMap((channel): string[] => {
    const erased = erase(method, state, channel, roster, other);
    if (!erased) return [];
    const shown = look(method, state, channel, roster);
    const without = look(method, erased, channel, roster);
    const [where] = differences(shown, without);
    if (!where) return [];
    const secrets = differences(state, erased);
    const alone = secrets.find((path) =>
      differs(shown, look(method, put(state, path, at(erased, path)), channel, roster))
    );
    const what = alone ? written(alone) : `one of ${secrets.slice(0, 5).map(written).join(', ')}`;
    return [`“${channel}” is shown ${what}, which \`hidden\` keeps from it: see ${written(where)} of its view`];
  });
}

/**
 * A sentence for each value that only one person is shown and that `hidden` does not keep from the others. `people`:
 * those whose views the change from `before` to `state` touched; `channels`: from whom it must be kept.
 */
export function forgotten<State>(
  method: Checked<State>,
  before: State,
  state: State,
  roster: Roster,
  people: readonly string[],
  channels: readonly string[]
): string[] {
  const looks = new Map<string, unknown>();
  const shown = (channel: string): unknown => {
    if (!looks.has(channel)) looks.set(channel, look(method, state, channel, roster));
    return looks.get(channel);
  };
  const erased = new Map<string, State | null>();
  const keeps = (channel: string, path: Path): boolean => {
    if (!erased.has(channel)) erased.set(channel, erase(method, state, channel, roster, marking()));
    const without = erased.get(channel);
    return without !== null && without !== undefined && differs(at(state, path), at(without, path));
  };
  const leaves = differences(before, state).flatMap((path) => leavesIn(at(state, path), path));
  return leaves.slice(0, LEAVES_MOST).flatMap((path) => {
    const otherwise = alternative(state, path, roster);
    if (otherwise === undefined) return [];
    const changed = put(state, path, otherwise);
    const tells = (channel: string) => differs(shown(channel), look(method, changed, channel, roster));
    const owners = people.filter((person) => tells(personal(person)));
    const [owner] = owners;
    if (owner === undefined || owners.length > 1) return [];
    const others = [...channels, DRAFT].filter((channel) => channel !== personal(owner));
    if (others.some(tells)) return [];
    const open = others.filter((channel) => !keeps(channel, path));
    const from = open.map((channel) => `“${channel}”`).join(', ');
    return open.length > 0
      ? [`Only ${owner} is shown ${written(path)}, and \`hidden\` does not keep it from ${from}`]
      : [];
  });
}

/** All that a channel is told: its view, what the console's big button would do, and dots as they move. */
function look<State>(method: Checked<State>, state: State, channel: string, roster: Roster): unknown {
  try {
    if (channel === DRAFT) return plain(method.harvest(state, asReal(roster), true));
    const next = channel === 'console' ? method.next(state) : null;
    return plain({ view: method.view(state, channel, roster), next, moving: moving(method, state, channel, roster) });
  } catch (error) {
    // The changed state is impossible. A view that throws on it has read the changed leaf, so the error counts.
    return { threw: String(error) };
  }
}

/** Which cards are a simulated person's can be told from their absence, and is no secret. */
const asReal = ({ people, ...roster }: Roster): Roster => ({
  ...roster,
  people: Object.fromEntries(Object.entries(people).map(([id, person]) => [id, { ...person, rehearsed: false }]))
});

function moving<State>({ crowd }: Checked<State>, state: State, channel: string, roster: Roster): unknown {
  if (!crowd || !EVERYWHERE.some((name) => name === channel)) return null;
  const about = crowd.about(state);
  const audience = about === null ? 'nothing' : crowd.audience(state, channel as CrowdChannel);
  if (audience === 'nothing') return null;
  const rests = [...crowd.rests(state, roster)];
  return { about, rests: audience === 'dots' ? Object.fromEntries(rests) : crowd.shape(rests.map(([, x]) => x)) };
}

/** The state as it might be as well, as far as this channel may know. */
export const otherwise = <State>(method: Checked<State>, state: State, channel: string, roster: Roster): State =>
  erase(method, state, channel, roster, other) ?? state;

function erase<State>(
  { hidden }: Checked<State>,
  state: State,
  channel: string,
  roster: Roster,
  by: Other
): State | null {
  if (typeof hidden !== 'function') return null;
  const draft = plain(state);
  hidden(draft, channel, by, roster);
  return draft;
}

/** The state with one value changed; undefined: gone. */
function put<State>(state: State, path: Path, value: unknown): State {
  const draft = plain(state);
  const holder = at(draft, path.slice(0, -1)) as Record<string, unknown>;
  const key = path.at(-1) ?? '';
  if (value === undefined) delete holder[key];
  else holder[key] = value;
  return draft;
}

/**
 * What might stand there as well. A string may be one of a few that rules know, so it is one that stands at such a
 * place: under the same name, or beside it where names are people. Undefined if there is none.
 */
function alternative(state: unknown, path: Path, { people }: Roster): unknown {
  const value = at(state, path);
  if (typeof value !== 'string') return other(value);
  const [above, key = ''] = [path.slice(0, -1), path.at(-1)];
  const isSuch = Object.hasOwn(people, key)
    ? (found: Path) => found.length === path.length && found.slice(0, -1).join() === above.join()
    : (found: Path) => found.at(-1) === key;
  const such = leavesIn(state, [])
    .filter(isSuch)
    .map((found) => at(state, found));
  return such.find((candidate) => typeof candidate === 'string' && candidate !== value);
}

const leavesIn = (value: unknown, path: Path): Path[] => {
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => leavesIn(item, [...path, key]));
  return value === undefined || value === null ? [] : [path];
};

/** Where two values differ, as deep as can be told. */
function differences(one: unknown, two: unknown, path: Path = []): Path[] {
  if (one === two) return [];
  if (!isRecord(one) || !isRecord(two)) return [path];
  return [...new Set([...Object.keys(one), ...Object.keys(two)])].flatMap((key) =>
    differences(one[key], two[key], [...path, key])
  );
}

const differs = (one: unknown, two: unknown): boolean => differences(one, two).length > 0;

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((found, key) => (isRecord(found) ? found[key] : undefined), value);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const written = (path: Path): string => (path.length === 0 ? 'all' : path.join('.'));
