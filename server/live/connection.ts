import { refuse, personal } from '#contract/method.ts';
import { PROTOCOL, type Answer } from '#wire/messages.ts';
import type { Host } from '#gathering/host.ts';
import { nextNumber } from '#gathering/ledger.ts';
import type { ConnectionIdentity } from '../access/identity.ts';
import type { TokenBucket } from '../access/token-bucket.ts';
import type { Crowd } from './motion/dot-motion.ts';
import type { Subscriptions } from './subscriptions.ts';
import { createCommandIntake } from './command-intake.ts';
import { credentialRoom, type LiveSocket } from './sockets.ts';

export type ConnectionLimits = {
  /** Commands, by person. */
  allowance: TokenBucket;
  /** Requests for whole views, by connection: a view costs more than the request. */
  viewRequests: TokenBucket;
  answered(answer: Answer, ms: number): void;
  report(error: unknown): void;
};

/** Tells a connection who it is, subscribes it to what it may see, and takes its commands. */
export function attachConnection(
  socket: LiveSocket,
  identity: ConnectionIdentity,
  host: Host,
  { subscriptions, crowd }: { subscriptions: Subscriptions; crowd: Crowd },
  limits: ConnectionLimits
): void {
  const { role, person, credential } = identity;
  const channels = channelsOf(identity);
  const hear = createCommandIntake(host, { role, person }, person ?? socket.id, limits.allowance);

  socket.on('say', (said, answer) => {
    const began = performance.now();
    void hear(said)
      .catch((error: unknown): Answer => {
        limits.report(error);
        return refuse('went-wrong');
      })
      .then((heard) => {
        limits.answered(heard, performance.now() - began);
        // Sent without anything to say, the callback comes first.
        reply(typeof said === 'function' ? said : answer, heard);
      });
  });
  socket.on('again', (channel) => {
    if (typeof channel !== 'string') return;
    if (limits.viewRequests.take(socket.id)) subscriptions.again(socket, channel);
    else subscriptions.later(socket, channel);
  });
  socket.on('crowd', (said) => crowd.move({ role, person }, said));
  socket.on('time', (answer) => reply(answer, host.now()));

  void socket.join(credentialRoom(credential));
  const next = identity.device === null ? null : nextNumber(host.ledger(), identity.device, person);
  socket.emit('welcome', { protocol: PROTOCOL, at: host.now(), person, role, channels, next });
  subscriptions.enter(socket, channels);
  if (identity.motion) crowd.enter(socket, identity.surface);
}

function channelsOf({ surface, person }: ConnectionIdentity): string[] {
  if (surface !== 'phone') return [surface];
  return person === null ? ['all'] : ['all', personal(person)];
}

/** A hostile client may put anything where the callback belongs, or nothing. */
function reply<Value>(answer: unknown, value: Value): void {
  if (typeof answer === 'function') answer(value);
}
