import type { GenericSchema, InferOutput } from 'valibot';
import type { HarvestBlock } from './harvest-blocks.ts';
import type { Text, Writing } from './typed-text.ts';

/** What an actor may do. `clock` and `worker` act for no person: they send what the state itself asked for. */
export const ROLES = ['organizer', 'facilitator', 'helper', 'participant', 'viewer', 'clock', 'worker'] as const;
export type Role = (typeof ROLES)[number];

/** The roles that lead. An organizer may do all that a facilitator may. */
export const LEADS = ['organizer', 'facilitator'] as const satisfies readonly Role[];
export const isLead = (role: Role): boolean => LEADS.some((lead) => lead === role);
/** The leads and the helpers, who act for people without a phone. */
export const STAFF = ['organizer', 'facilitator', 'helper'] as const satisfies readonly Role[];

/**
 * Who asks. Taken from the token at the door, never from a message. `person` is null for a console, a link, the clock.
 */
export type Actor = { readonly role: Role; readonly person: string | null };

/** Whose steps leaders undo: their own, and those of the clock, which nobody pressed. */
export const isUndoable = ({ role }: Actor): boolean => isLead(role) || role === 'clock';

/** What a decision may know of the outside world. Handed in, so that replay and simulation are exact. */
export type Facts = {
  /** Milliseconds since 1970; never earlier than the event before it. */
  readonly at: number;
  /** A fresh id: 16 characters of `0-9a-z`. */
  id(): string;
  /**
   * The note of this address, in any activity; undefined where there is no such note. `writer`: null for nobody in
   * particular. Only the gathering itself is told: a method knows its own notes.
   */
  note?(address: string): { writer(): string | null; readonly text: Text | Writing | null } | undefined;
};

/** What rules may know about people: who they are to this gathering, never whether their socket is up. */
export type Roster = {
  readonly people: Readonly<Record<string, Attendee>>;
  /** How many times a person was removed or marked as a double; absent where that was not counted. */
  readonly shownOut?: number;
};

export type Attendee = {
  /** A person acts with their own phone; a helper acts for a walk-in. */
  readonly via: 'phone' | 'walk-in';
  /** Joined and not left. A matter of record: a lost connection changes nothing here. */
  readonly present: boolean;
  /** A simulated person: shown, counted, left out of editions. */
  readonly rehearsed: boolean;
  /** Removed by a lead, or a second entry of the person `double`. What this attendee placed counts no longer. */
  readonly removed?: true;
  readonly double?: string;
  /** Whether a harvest may name them, where they said so aloud after closing; absent: as they said in the activity. */
  readonly named?: boolean;
  /** What they are called, for a harvest that may name them. */
  readonly name?: Text | null;
};

export const isOut = ({ removed, double }: Pick<Attendee, 'removed' | 'double'>): boolean =>
  removed === true || double !== undefined;

/** A no, as a value. The code names a sentence in the words of the method; figures fill its gaps. */
export type Refusal = { readonly refused: string; readonly figures?: Readonly<Record<string, number | string>> };

export const refuse = (refused: string, figures?: Refusal['figures']): Refusal =>
  figures ? { refused, figures } : { refused };

export const isRefusal = (decision: object): decision is Refusal => 'refused' in decision;

/** A past-tense fact and what it carries. `evolve` sees only this: every id it was decided on is inside. */
export type Fact<Events> = { [Type in keyof Events & string]: { type: Type; data: Events[Type] } }[keyof Events &
  string];

export type Decision<Events> = Fact<Events>[] | Refusal;

/** `Schema`: what a page sends; `decide` gets what it makes of that. */
export type Command<State, Events, Schema extends GenericSchema> = {
  readonly who: readonly Role[];
  readonly input: Schema;
  /** Quick and pure. An empty list means: it is so already. */
  decide(state: State, input: InferOutput<Schema>, by: Actor, facts: Facts, roster: Roster): Decision<Events>;
  /**
   * The facts that take `done` back, told by the state before it; `true`: each fact is taken back as its part says
   * (`takeBack`). Without it the step cannot be undone. A lead undoes what any lead or the clock did, a helper what
   * they did themselves: of a command of the clock, `wakes` must not ask for the same again once it is taken back.
   */
  readonly undo?: true | ((before: State, input: InferOutput<Schema>, done: Fact<Events>[]) => Fact<Events>[]);
};

/** A command whose input type only its own schema knows. */
export type AnyCommand<State, Events> = Omit<Command<State, Events, never>, 'input' | 'undo'> & {
  readonly input: GenericSchema;
  undo?(before: State, input: never, done: Fact<Events>[]): Fact<Events>[];
};

/** One command of a method, its input typed by its schema: `const command = commandOf<State, Events>()`. */
export const commandOf =
  <State, Events>() =>
  <Schema extends GenericSchema>(command: Command<State, Events, Schema>): Command<State, Events, Schema> =>
    command;

/** What the console offers to do next: the command, and what it is pressed for. */
export type Step = { readonly command: string; readonly input: object };

/** A way for people to do something together, as rules: no clock, no chance, no network, nothing typed in sight. */
export type Method<Settings, State, Events, Block extends HarvestBlock = HarvestBlock> = {
  readonly name: string;
  /** What the facilitator sets up. Strict: unknown keys are refused. */
  readonly settings: GenericSchema<unknown, Settings>;
  begin(settings: Settings, facts: Facts): State;
  readonly commands: Readonly<Record<string, AnyCommand<State, Events>>>;
  /** Total and quiet: writes each fact into the draft, never throws, never asks who or when. */
  readonly evolve: { readonly [Type in keyof Events & string]: Evolve<State, Events[Type]> };
  /**
   * Channels this person listens to beside `all` and their own, while this activity is on: `table:7`. Names are the
   * method's own; what one may know is told by `view`.
   */
  channels?(state: State, person: string): string[];
  /**
   * Whose views a fact changes; `state` is the one after it, and perhaps after others that were kept with it. Too few
   * is a bug that the simulation finds; too many only costs.
   */
  readonly touches: { readonly [Type in keyof Events & string]: Touches<State, Events[Type]> };
  /**
   * What a channel may know: `board`, `console`, `all`, `person:…` or one of `channels`. The only way out for state.
   * Null when there is nothing to say, as to a person who has not done anything here yet.
   */
  view(state: State, channel: string, roster: Roster): object | null;
  /**
   * What a channel may not know now, said apart from `view` and held against it: it gives each secret in the draft
   * another value (`other`), and what the channel is shown must stay the same. Never called in a running gathering:
   * `given` and the simulation do that. `{ nothing }` says why there are no secrets. Of {@link DRAFT} it says what a
   * harvest may not tell while the gathering goes on.
   */
  readonly hidden: Hide<State> | { readonly nothing: string };
  /**
   * Where names of people can be read while this is on or afterwards, as the settings have it now: people are told
   * before they give theirs. Left out: anywhere.
   */
  names?(state: State): NamesShown;
  /**
   * What may come next. One step is the console's big button; of several, a person chooses, and the console says that
   * they have to; none means that this activity has run its course. The input of a step says what it is pressed for (a
   * round, a stage), and the command refuses once that is past, so that of two consoles that press at once only one
   * goes on.
   */
  next(state: State): readonly Step[];
  /** Settings that would begin the same activity afresh, without anything people did in it. */
  again(state: State): Settings;
  readonly crowd?: Crowd<State>;
  readonly ballot?: Ballot<State>;
  /**
   * What must happen even if nobody asks, at a time or because of who is here: the actor `clock` sends it then, or at
   * once when that time has passed. Null: nothing. Read from the folded state, so that any node goes on with it.
   * Several may send the same, so the command must answer with an empty list when it is so already, and must then no
   * longer be asked for here; its input says which time it is meant, so that it is never the same twice. Asked after
   * every batch: look at the room only when something waits for it.
   */
  wakes?(state: State, roster: Roster): Wake | null;
  readonly work?: Work<State>;
  /**
   * Who wrote a note of the harvest, by its id: they may correct it when the gathering has closed. Null for nobody in
   * particular. Left out: nobody wrote any of them alone.
   */
  writer?(state: State, note: string): string | null;
  /**
   * Notes that the harvest leaves out, so that none disappears uncounted; never what one of them says, or where it was
   * written. Of simulated people as in the harvest. Left out: there are none.
   */
  unkept?(state: State, roster: Roster): Unkept;
  /** Whom this person meets, because both said so. To somebody without a phone the team reads it out. */
  meets?(state: State, person: string): readonly Meeting[];
  /**
   * What is worth keeping, rehearsed people left out unless `room` holds nobody else. `goesOn`: the gathering does, and
   * those who lead read this as a draft. Then it holds nothing that `hidden` keeps from {@link DRAFT}, and a figure says
   * in its place what waits for what.
   */
  harvest(state: State, roster: Roster, goesOn: boolean): Block[];
};

/** What two people brought to each other; `name` and `contact`: what the other one gave. */
export type Meeting = { own: Text; other: Text; name: Text | null; contact: Text | null };

/** How many notes of people stay out of a harvest: somebody hid them, or nobody looked at them in time. */
export type Unkept = { readonly hidden: number; readonly waiting: number };

export type Hide<State> = { rule(draft: State, channel: string, other: Other, roster: Roster): void }['rule'];

/**
 * Another value of the same shape: 0 for a number (1 for 0), the other boolean, a string that nothing else holds; of
 * records and lists all that is in them. Null stays null.
 */
export type Other = <Value>(value: Value) => Value;

export type NamesShown = {
  readonly board: boolean;
  /** On phones of others, such as those at the same table. */
  readonly phones: boolean;
  /** In the edition, of each person who agrees. */
  readonly edition: boolean;
};

/** `at` in milliseconds since 1970, or {@link AT_ONCE}. */
export type Wake = { readonly at: number; readonly command: string; readonly input: object };

/** The `at` of what is due because of who is here, and not because of the time: it is due already. */
export const AT_ONCE = 0;

/** Computing that takes longer than a decision may. It is done beside the server's loop and comes back as a command. */
export type Work<State> = {
  /**
   * Names the question that is open now: the name changes when the question does. Null when there is none. Read after
   * every batch, so it must cost nothing.
   */
  asking(state: State): string | null;
  /** That question, as plain data. Built once for each name. */
  question(state: State): object;
  /** Pure: the same question has the same answer, wherever and however often it is asked. */
  answer(question: object): object;
  /**
   * The command by which the actor `worker` brings `{ asking, answer }`. Ignored there when it answers an older
   * question.
   */
  readonly command: string;
};

/**
 * Points that are seen while fingers move them, beside the record: latest wins, nothing is kept, and letting go writes
 * one command. What `view` hides must be hidden here, too. Asked again after every batch, so that a lock counts at
 * once.
 */
export type Crowd<State> = {
  /** Positions are whole numbers from 0 to this, which is at most 65,534. */
  readonly end: number;
  /**
   * Names what is moved on now. Null while nothing may move or be seen to move: closed, hidden, anonymous. A phone says
   * what it moves on, so that a finger that is still on the last line never lands on the next.
   */
  about(state: State): string | null;
  /**
   * The dot this person moves, from 1 to 65,534, or null when they may not. A person without a dot gets one with
   * their first command that counts: a dot lent by the crowd would be another one afterwards.
   */
  accepts(state: State, by: Actor, roster: Roster): number | null;
  /**
   * Who may see dots as they move, who only how many stand where. Phones that see dots cost more the more people there
   * are.
   */
  audience(state: State, channel: CrowdChannel): 'dots' | 'shape' | 'nothing';
  /** Where the record has the dots: what a shape counts beside those that move. */
  rests(state: State, roster: Roster): Iterable<readonly [dot: number, x: number]>;
  /**
   * What a shape tells of so many places: ranges of the whole line, by where they end, and the people in each. None
   * while it tells nothing.
   */
  shape(places: readonly number[]): readonly (readonly [end: number, people: number])[];
};

export type CrowdChannel = 'board' | 'console' | 'all';

/**
 * Points that belong to nobody. A method with a ballot has two commands: `drawTicket { blinded }`, by which a person
 * draws a ticket once (`blinded` is a hash of what they show for it), and `release { points }`, by which the actor
 * `worker` brings points in, shuffled and several at a time. The server holds points back until they hide each other;
 * here it asks what it needs to know for that.
 */
export type Ballot<State> = {
  /** Tickets are drawn here, and points come with them or not at all. */
  isOn(state: State): boolean;
  /** What this person drew their ticket with; null before. */
  drawnWith(state: State, person: string): string | null;
  /** How many people drew a ticket, and which came back so far with a point under the same wording. */
  drawn(state: State): number;
  used(state: State, point: TicketPoint): ReadonlySet<string>;
  /**
   * Names the wording within which points of one person must be known as one. From wording to wording nothing joins
   * them.
   */
  wording(point: TicketPoint): string;
  /** Names the line a point is for: of several from one ticket on one line, the last counts. */
  line(point: TicketPoint): string;
  /** The line that has closed and still takes what was on its way. */
  closing(state: State): string | null;
  /**
   * `kept`: this point or a later one of its ticket is in the record. `open`: it waits for others to hide among.
   * `closing`: its line has closed, and what is there comes in now. `over`: it never will.
   */
  standing(state: State, point: TicketPoint): 'kept' | 'open' | 'closing' | 'over';
};

/**
 * A point as `release` takes it, checked by that command's own schema: counted from 1 by `k`, on each line anew. Its
 * ticket is masked by then, so that no one can tell who left early from the ticket that never came back.
 */
export type TicketPoint = { readonly ticket: string; readonly k: number };

/** A method whose types nobody needs any more: what the host, the list of methods and the simulation hold. */
export type AnyMethod = Method<unknown, unknown, Record<string, unknown>>;

// Taken from a method signature, so that TypeScript lets methods with different states and facts stand in one list.
export type Evolve<State, Data> = { rule(draft: State, data: Data, at: number): void }['rule'];
export type Touches<State, Data> = { rule(data: Data, state: State): readonly string[] }['rule'];

/**
 * As a channel of `hidden`: those who lead, who read the harvest while the gathering goes on, and may give a file of it
 * to anybody in the room. No page listens to it.
 */
export const DRAFT = 'draft';

/** The channel only one person hears. */
export const personal = (person: string): string => `person:${person}`;
/** The channels that no phone hears. */
export const BOARD_AND_CONSOLE = ['board', 'console'] as const;
export const EVERYWHERE = ['board', 'console', 'all'] as const;
