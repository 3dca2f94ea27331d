import { words as shared } from '../words/people.ts';

/** What has to be said before the command is sent: one of a list, or words. */
export type Ask =
  | { readonly label: string; readonly options: readonly { readonly value: string; readonly name: string }[] }
  | { readonly label: string; readonly most: number; readonly optional?: boolean };

type Inputs = Readonly<Record<string, object>>;

/** A button about one person. `label`: the words on it, and its key. `done`: spoken once the command was taken. */
export type PersonAction<Some = Inputs> = {
  [Name in keyof Some & string]: {
    readonly label: string;
    readonly command: Name;
    readonly done: string;
    readonly ask?: Ask;
    /** `answer`: what was said to `ask`. `fresh`: an id for what is made, the same until it was taken. */
    input(answer: string, fresh: string): Some[Name];
  };
}[keyof Some & string];

/** `view`: what the console is shown of the activity that is on. `person`: present, by the name that staff see. */
export type PersonAt<View> = {
  readonly view: View;
  readonly person: string;
  readonly name: string;
  readonly via: 'phone' | 'walk-in';
  readonly leads: boolean;
};

/** What a method offers for one person: `person-actions.ts` in its folder exports this, and the drawer draws it. */
export type PersonActions<View, Some> = (at: PersonAt<View>) => PersonAction<Some>[];

/** As the drawer loads it. `refusals`: the method's sentences, by code. */
export type LoadPersonActions = () => Promise<{
  personActions(at: PersonAt<object>): PersonAction[];
  refusals: Readonly<Record<string, string>>;
}>;

/** Nobody is asked to choose from a list of nothing. */
export const offered = <Some>(...actions: readonly (PersonAction<Some> | false | null | undefined)[]) =>
  actions.filter(
    (action) => !!action && !(action.ask && 'options' in action.ask && action.ask.options.length === 0)
  ) as PersonAction<Some>[];

type ScribeWords = { made: (name: string) => string; ended: (name: string) => string };

/** Those who lead choose scribes, who write on their own phones. `words`: what scribes are told of in this method. */
export function scribeAction(
  { view, person, name, via, leads }: PersonAt<{ readonly scribes: readonly string[] }>,
  words: ScribeWords
): PersonAction<{ makeScribe: { person: string; on: boolean } }> | false {
  const writes = view.scribes.includes(person);
  return (
    leads &&
    via === 'phone' && {
      label: writes ? shared.scribes.remove : shared.scribes.make,
      command: 'makeScribe',
      done: writes ? words.ended(name) : words.made(name),
      input: () => ({ person, on: !writes })
    }
  );
}
