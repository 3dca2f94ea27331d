import { refuse } from '#contract/method.ts';
import { personal } from '#contract/method.ts';
import { PROTOCOL, type Answer } from '#wire/messages.ts';
import type { Host } from '#gathering/host.ts';
import { nextNumber } from '#gathering/ledger.ts';
import type { Bucket } from '../access/token-bucket.ts';
import type { Crowd } from './motion/crowd.ts';
import type { Hall } from './subscriptions.ts';
import { openHearing } from './command-intake.ts';
import { groundRoom, type Guest, type LiveSocket } from './sockets.ts';

export type Manners = {
  /** Commands, by person. */
  speech: Bucket;
  /** Whole views, by connection: each costs more than the question. */
  askings: Bucket;
  answered(answer: Answer, ms: number): void;
  report(error: unknown): void;
};

/** Gives a connection its place in the hall: who it is, what it may see, and an ear for what it says. */
export function seat(
  socket: LiveSocket,
  guest: Guest,
  host: Host,
  { hall, crowd }: { hall: Hall; crowd: Crowd },
  manners: Manners
): void {
  const { role, person, ground } = guest.ticket;
  const channels = channelsOf(guest);
  const hear = openHearing(host, { role, person }, person ?? socket.id, manners.speech);

  socket.on('say', (said, answer) => {
    const began = performance.now();
    void hear(said)
      .catch((error: unknown): Answer => {
        manners.report(error);
        return refuse('went-wrong');
      })
      .then((heard) => {
        manners.answered(heard, performance.now() - began);
        // Sent without anything to say, the callback comes first.
        reply(typeof said === 'function' ? said : answer, heard);
      });
  });
  socket.on('again', (channel) => {
    if (typeof channel !== 'string') return;
    if (manners.askings.take(socket.id)) hall.again(socket, channel);
    else hall.later(socket, channel);
  });
  socket.on('crowd', (said) => crowd.move({ role, person }, said));
  socket.on('time', (answer) => reply(answer, host.now()));

  void socket.join(groundRoom(ground));
  const next = guest.device === null ? null : nextNumber(host.ledger(), guest.device, person);
  socket.emit('welcome', { protocol: PROTOCOL, at: host.now(), person, role, channels, next });
  hall.enter(socket, channels);
  if (guest.motion) crowd.enter(socket, guest.surface);
}

function channelsOf({ surface, ticket }: Guest): string[] {
  if (surface !== 'phone') return [surface];
  return ticket.person === null ? ['all'] : ['all', personal(ticket.person)];
}

/** A hostile client may put anything where the callback belongs, or nothing. */
function reply<Value>(answer: unknown, value: Value): void {
  if (typeof answer === 'function') answer(value);
}
