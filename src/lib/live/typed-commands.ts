import type { Answer } from '#wire/messages.ts';

/** Sends a command of one activity. `Inputs`: what each command takes, by its name. */
export type Say<Inputs> = <Name extends keyof Inputs & string>(command: Name, input: Inputs[Name]) => Promise<Answer>;

/** A command whose every field may be left out needs no input. */
type Rest<Input> = Record<never, never> extends Input ? [input?: Input, done?: string] : [input: Input, done?: string];

/** The same for a button: false when it was refused. `done` is spoken when it was taken. */
export type Act<Inputs> = <Name extends keyof Inputs & string>(
  command: Name,
  ...rest: Rest<Inputs[Name]>
) => Promise<boolean>;
