import type { GenericSchema, InferInput } from 'valibot';
import type { HarvestBlock } from './harvest-blocks.ts';
import type { AnyCommand, Evolve, Fact, Method, Touches } from './method.ts';

type TakeBack<State, Events, Data> = { rule(before: State, data: Data): Fact<Events>[] }['rule'];
type PartCommand<State, Events> = Omit<AnyCommand<State, Events>, 'undo'> & {
  readonly undo?: true | NonNullable<AnyCommand<State, Events>['undo']>;
};

/**
 * A part of a method: commands, and the facts that no other part handles. For each fact, `evolve` changes the state,
 * `touches` names the channels whose views change, and `takeBack` gives the facts that undo it, from the state before.
 */
export type Part<State, Events> = {
  readonly commands: Readonly<Record<string, PartCommand<State, Events>>>;
  readonly evolve: { readonly [Type in keyof Events & string]?: Evolve<State, Events[Type]> };
  readonly touches: { readonly [Type in keyof Events & string]?: Touches<State, Events[Type]> };
  readonly takeBack?: { readonly [Type in keyof Events & string]?: TakeBack<State, Events, Events[Type]> };
};

/** A part, with its own facts and commands kept in its type: `export const talks = partOf<State, Events>()({ … })`. */
export const partOf =
  <State, Events>() =>
  <Own extends keyof Events & string = never, Commands extends Part<State, Events>['commands'] = Record<never, never>>({
    commands = {} as Commands,
    evolve = {} as Evolves<State, Events, Own>,
    touches = {} as Touched<State, Events, Own>,
    takeBack = {}
  }: {
    readonly commands?: Commands;
    readonly evolve?: Evolves<State, Events, Own>;
    readonly touches?: Touched<State, Events, Own>;
    readonly takeBack?: { readonly [Type in Own]?: TakeBack<State, Events, Events[Type]> };
  }) => ({ commands, evolve, touches, takeBack });

type Evolves<State, Events, Own extends keyof Events> = { readonly [Type in Own]: Evolve<State, Events[Type]> };
type Touched<State, Events, Own extends keyof Events> = { readonly [Type in Own]: Touches<State, Events[Type]> };

type KeysOf<Union> = Union extends unknown ? keyof Union : never;
type Owned<Parts extends readonly { evolve: object }[]> = KeysOf<Parts[number]['evolve']>;
/** A fact that no part answers for does not compile, and the error names it. */
type Complete<Events, Parts extends readonly { evolve: object }[]> =
  Exclude<keyof Events & string, Owned<Parts>> extends never
    ? unknown
    : { readonly missing: Exclude<keyof Events & string, Owned<Parts>> };

type Rest<Settings, State, Events, Block extends HarvestBlock> = Omit<
  Method<Settings, State, Events, Block>,
  'commands' | 'evolve' | 'touches'
>;

/**
 * A method made of parts. Throws where two parts answer for the same command or fact: that is a fault of the method.
 */
export const defineMethod =
  <Settings, State, Events, Block extends HarvestBlock = HarvestBlock>() =>
  <const Parts extends readonly Part<State, Events>[]>(
    method: Rest<Settings, State, Events, Block> & { readonly parts: Parts & Complete<Events, Parts> }
  ): Method<Settings, State, Events, Block> & { readonly parts: Parts } => {
    const parts: readonly Part<State, Events>[] = method.parts;
    const takeBack = merged(parts.map((part) => part.takeBack ?? {})) as Part<State, Events>['takeBack'] & object;
    // The last fact is taken back first.
    const takenBack = (before: State, _input: never, done: Fact<Events>[]): Fact<Events>[] =>
      done.toReversed().flatMap(({ type, data }) => takeBack[type]?.(before, data) ?? []);
    const commands = merged(parts.map((part) => part.commands)) as Part<State, Events>['commands'];
    return {
      ...method,
      commands: Object.fromEntries(
        Object.entries(commands).map(([name, { undo, ...command }]) => [
          name,
          undo ? { ...command, undo: undo === true ? takenBack : undo } : command
        ])
      ),
      evolve: merged(parts.map(({ evolve }) => evolve)) as Method<Settings, State, Events, Block>['evolve'],
      touches: merged(parts.map(({ touches }) => touches)) as Method<Settings, State, Events, Block>['touches']
    };
  };

function merged(records: readonly object[]): object {
  const all = Object.assign({}, ...records) as object;
  const names = records.flatMap((record) => Object.keys(record));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Two parts of a method answer for “${twice}”`);
  return all;
}

type Intersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (each: infer All) => void
  ? All
  : never;
type Inputs<Commands> = {
  [Name in keyof Commands]: Commands[Name] extends { input: infer Schema extends GenericSchema }
    ? InferInput<Schema>
    : never;
};

/**
 * What each command of a method takes from a page: `Commands<typeof cafe>`. Imported as a type alone, so that no rules
 * reach a browser.
 */
export type Commands<Defined extends { parts: readonly { commands: object }[] }> = Inputs<
  Intersection<Defined['parts'][number]['commands']>
>;
