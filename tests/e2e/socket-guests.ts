import { personal } from '#contract/method.ts';
import type { AllView } from '#methods/spectrogram/views/all.ts';
import type { Answer } from '#wire/messages.ts';
import { comeIn, connect, Docs, Speaker } from '../../scripts/rehearse/live-client.ts';

export type Guest = {
  /** On the line that is on now; resolves with the answer. */
  place(mark: { x: number } | { answer: 'unsure' | 'pass' }): Promise<Answer>;
  leave(): void;
};

/** People without a browser of their own: a hall is full in a second, over the same form and socket. */
export function arrive(url: string, code: string, names: readonly string[]): Promise<Guest[]> {
  return Promise.all(names.map((name) => comeAs(new URL(url), code.replace(' ', ''), name)));
}

async function comeAs(url: URL, code: string, name: string): Promise<Guest> {
  const socket = connect(url, await comeIn(url, code, name), 'phone');
  const speaker = new Speaker(socket);
  let told = () => {};
  const docs = new Docs(socket, () => told());
  let own = '';
  socket.on('welcome', ({ person }) => (own = personal(person ?? '')));
  const line = () => {
    const [activity, part] = Object.entries(docs.of('all')?.activities ?? {})[0] ?? [];
    return { activity, now: part ? (part.view as AllView).now : null };
  };
  const seen = (what: () => boolean) =>
    new Promise<void>((resolve) => {
      told = () => what() && resolve();
      told();
    });
  await seen(() => docs.of('all') !== null && docs.of(own) !== null);

  return {
    async place(mark) {
      await seen(() => line().now?.stage === 'open');
      const { activity, now } = line();
      return speaker.say(activity ?? '', 'place', {
        statement: now?.statement,
        version: now?.version,
        round: now?.round,
        ...mark
      });
    },
    leave: () => socket.disconnect()
  };
}
