import { personal } from '#methods/method.ts';
import { tableChannel } from '#methods/cafe/views.ts';
import type { AllSeen, MineSeen, TableSeen } from '#methods/cafe/seen.ts';
import type { Answer } from '#wire/messages.ts';
import { comeIn, connect, Docs, Speaker, type Ticket } from '../../scripts/rehearse/phone.ts';

/** Somebody at a café without a browser of their own, who sees what a phone sees. */
export type Traveller = {
  readonly name: string;
  readonly ticket: Ticket;
  readonly person: string;
  /** The number of the table they sit at or go to; 0 while there is none. */
  number(): number;
  all(): AllSeen | null;
  mine(): MineSeen;
  /** What their table knows. */
  table(): TableSeen | null;
  say(command: string, input: object): Promise<Answer>;
  here(): Promise<Answer>;
  write(text: string, rest?: object): Promise<Answer>;
  leave(): void;
};

const ID_LENGTH = 16;

/** One after the other, so that seats are handed out in this order. */
export async function travellers(url: string, code: string, names: readonly string[]): Promise<Traveller[]> {
  const come: Traveller[] = [];
  for (const name of names) come.push(await comeAs(new URL(url), code.replace(' ', ''), name));
  return come;
}

async function comeAs(url: URL, code: string, name: string): Promise<Traveller> {
  const ticket = await comeIn(url, code, name);
  const socket = connect(url, ticket, 'phone');
  const speaker = new Speaker(socket);
  let told = () => {};
  const docs = new Docs(socket, () => told());
  let person = '';
  socket.on('welcome', (welcome) => (person = welcome.person ?? ''));
  await new Promise<void>((resolve) => {
    told = () => docs.of('all') && person !== '' && resolve();
  });

  const activity = () => Object.keys(docs.of('all')?.activities ?? {})[0] ?? '';
  const seen = (channel: string) => docs.of(channel)?.activities[activity()]?.view ?? null;
  const all = () => seen('all') as AllSeen | null;
  const mine = () => seen(personal(person)) as MineSeen;
  const at = () => mine()?.table ?? null;
  const say = (command: string, input: object) => speaker.say(activity(), command, input);
  const number = () => all()?.tables[at() ?? '']?.number ?? 0;
  let written = 0;

  return {
    name,
    ticket,
    person,
    number,
    all,
    mine,
    table: () => (at() === null ? null : (seen(tableChannel(at() ?? '')) as TableSeen | null)),
    say,
    here: () => say('here', { table: at(), round: all()?.round }),
    write(text, rest = {}) {
      written += 1;
      const note = `${name.toLowerCase()}${written}`.padEnd(ID_LENGTH, 'x').slice(0, ID_LENGTH);
      const about = { note, table: at(), round: all()?.round, kind: 'idea', text, parent: null, gem: false };
      return say('addNote', { ...about, ...rest });
    },
    leave: () => void socket.disconnect()
  };
}
