import * as v from 'valibot';
import type { HarvestBlock } from '../harvest-blocks.ts';
import {
  DRAFT,
  EVERYWHERE,
  isRefusal,
  isUndoable,
  personal,
  refuse,
  type Actor,
  type Decision,
  type Fact,
  type Facts,
  type Attendee,
  type Method
} from '../method.ts';
import { isTaken } from '../photo.ts';
import { isTyped } from '../typed-text.ts';
import { channelsOf, forgotten, leaks, otherwise } from './secrets.ts';

/** For tests of methods: those who ask. */
export const facilitator: Actor = { role: 'facilitator', person: null };
export const helper: Actor = { role: 'helper', person: null };
export const phone = (person: string): Actor => ({ role: 'participant', person });

/**
 * A small stage for the rules of one method: no server, no clock, plain objects. It checks at every step what no single
 * test would think of. It throws when a decision changes state, when a fact changes a view that `touches` did not name,
 * when a person who comes or leaves changes the view of all, when the facts folded again give another state, when the
 * clock would do again what was just taken back, or when a channel or a draft of the harvest is shown what `hidden`
 * keeps from it.
 */
export function given<Settings, State, Events, Block extends HarvestBlock = HarvestBlock>(
  method: Method<Settings, State, Events, Block>,
  settings: unknown,
  cast: Readonly<Record<string, Partial<Attendee>>>
) {
  const people: Record<string, Attendee> = {};
  const past: { fact: Fact<Events>; at: number }[] = [];
  const steps: { back: Fact<Events>[]; clock: { command: string; input: object } | null }[] = [];
  let ids = 0;
  let at = 0;
  const facts: Facts = {
    get at() {
      return at;
    },
    id: () => (ids += 1).toString(36).padStart(16, '0')
  };
  const start = method.begin(validated(method.settings, settings), facts);
  const state = copy(start);

  const guest = (changes: Partial<Attendee>): Attendee => ({
    via: 'phone',
    present: true,
    rehearsed: false,
    ...changes
  });
  for (const [person, changes] of Object.entries(cast)) people[person] = guest(changes);

  const looks = () =>
    new Map(channelsOf(method, state, Object.keys(people)).map((channel) => [channel, told(see(channel))]));
  const see = (channel: string): object | null => method.view(state, channel, { people });

  function apply(happened: readonly Fact<Events>[]): void {
    const before = looks();
    const former = copy(state);
    for (const fact of happened) fold(method, state, copy(fact), at);
    const touched = new Set(happened.flatMap(({ type, data }) => method.touches[type](data, state)));
    past.push(...happened.map((fact) => ({ fact: copy(fact), at })));
    const names = happened.map(({ type }) => type).join(', ');
    for (const [channel, look] of looks())
      if (look !== before.get(channel) && !touched.has(channel))
        throw new Error(`${names} changed the view “${channel}”, which its touches do not name`);
    keepsSecrets(former, touched, names);
    const again = copy(start);
    for (const { fact, at } of past) fold(method, again, copy(fact), at);
    if (told(again) !== told(state)) throw new Error(`${names}: folding the same facts again gives another state`);
  }

  /** Whose view did not change is shown nothing new. */
  function keepsSecrets(former: State, touched: ReadonlySet<string>, names: string): void {
    const channels = channelsOf(method, state, Object.keys(people));
    const concerned = Object.keys(people).filter((person) => touched.has(personal(person)));
    const stranger = Object.keys(people).find((person) => !concerned.includes(person)) ?? concerned[1];
    const others = channels.filter((each) => !each.startsWith('person:') || each === personal(stranger ?? ''));
    const looking = channels.filter((each) => EVERYWHERE.some((name) => name === each) || touched.has(each));
    const [breach] = [
      ...leaks(method, state, { people }, looking),
      ...forgotten(method, former, state, { people }, concerned, others)
    ];
    if (breach !== undefined) throw new Error(`${names}: ${breach}`);
  }

  function change(person: string, changes: Partial<Attendee>): void {
    const before = looks();
    const { removed: _removed, double: _double, ...former } = people[person] ?? {};
    people[person] = guest({ ...former, ...changes });
    const mayChange = ['board', 'console', personal(person), ...(method.channels?.(state, person) ?? [])];
    for (const [channel, look] of looks())
      if (before.has(channel) && look !== before.get(channel) && !mayChange.includes(channel))
        throw new Error(`Somebody came or went, and that changed the view “${channel}”`);
  }

  const scene = {
    state,
    see,
    people: (): Readonly<Record<string, Attendee>> => people,
    now: () => at,
    /** What this person hears because of their part in it. */
    channels: (person: string) => method.channels?.(state, person) ?? [],
    /** Points that belong to nobody are taken just now. */
    drawsTickets: () => method.ballot?.isOn(state) ?? false,
    /** Asks for something. What was decided happens at once; a refusal changes nothing. */
    when(by: Actor, name: string, input: object): Decision<Events> {
      const command = Object.hasOwn(method.commands, name) ? method.commands[name] : undefined;
      if (!command) return refuse('no-such-command');
      if (!command.who.includes(by.role)) return refuse('not-yours-to-do');
      const parsed = v.safeParse(command.input, input);
      if (!parsed.success) return refuse('not-understood');
      const read = extracted(parsed.output) as never;
      const before = told(state);
      const decision = command.decide(state, read, by, facts, { people });
      const back = isRefusal(decision) ? undefined : command.undo?.(state, read, decision);
      if (told(state) !== before) throw new Error(`Deciding “${name}” changed the state it was decided on`);
      if (isRefusal(decision)) return decision;
      const clock = by.role === 'clock' ? { command: name, input } : null;
      if (decision.length > 0 && back && isUndoable(by)) steps.push({ back: copy(back), clock });
      apply(decision);
      return decision;
    },
    /** The same, as something that went well before the part under test. */
    and(by: Actor, name: string, input: object) {
      const decision = scene.when(by, name, input);
      if (isRefusal(decision)) throw new Error(`“${name}” was refused: ${decision.refused}`);
      return scene;
    },
    undo() {
      const step = steps.pop();
      if (!step) throw new Error('There is no step to take back');
      apply(step.back);
      const due = method.wakes?.(state, { people });
      if (step.clock && due && due.at <= at && told(step.clock) === told({ command: due.command, input: due.input }))
        throw new Error(`“${due.command}” of the clock was taken back, and is due again at once`);
      return scene;
    },
    /** Time goes by before the next thing happens. */
    later(ms: number) {
      at += ms;
      return scene;
    },
    /**
     * A person joins, returns or is readmitted, and is present from now on. Of a person who is present already,
     * only `changes` are new.
     */
    arrive(person: string, changes: Partial<Attendee> = {}) {
      change(person, { present: true, ...changes });
      return scene;
    },
    leave(person: string) {
      change(person, { present: false });
      return scene;
    },
    /** A lead removes a person, or marks them as a second entry of another person. */
    showOut(person: string, as: Pick<Attendee, 'removed' | 'double'> = { removed: true }) {
      change(person, { present: false, ...as });
      return scene;
    },
    /** What the clock would be asked for now. */
    wakes: () => method.wakes?.(state, { people }) ?? null,
    next: () => method.next(state),
    again: () => method.again(state),
    harvest: () => method.harvest(state, { people }, false),
    unkept: () => method.unkept?.(state, { people }),
    /** What of it those who lead may read while the gathering goes on. */
    draft: () => method.harvest(state, { people }, true),
    /** The same, were all that it may not tell otherwise. */
    draftOtherwise: () => method.harvest(otherwise(method, state, DRAFT, { people }), { people }, true)
  };
  return scene;
}

function fold<State, Events>(
  method: Method<unknown, State, Events>,
  state: State,
  { type, data }: Fact<Events>,
  at: number
): void {
  method.evolve[type](state, data, at);
}

const validated = <Output>(schema: v.GenericSchema<unknown, Output>, input: unknown): Output =>
  extracted(v.parse(schema, input)) as Output;

/** Puts a reference where words were typed, as the host does. Here words and photos are their own reference. */
function extracted(value: unknown): unknown {
  if (isTyped(value)) return { text: value.typed };
  if (isTaken(value)) return { photo: value.taken };
  if (Array.isArray(value)) return value.map(extracted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, extracted(item)]));
}

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const told = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item
  );
