import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { whyOut } from '#gathering/people.ts';
import type { GatheringState } from '#gathering/state.ts';
import { channelsBeside, hasChannels, isMethodChannel } from '#gathering/view-of.ts';
import { refuse } from '#contract/method.ts';
import type { Connected } from '#wire/messages.ts';
import { openFanOut } from './fan-out.ts';
import { openPresence } from './presence.ts';
import type { Relay } from './node-relay.ts';
import { disconnectWith, type LiveServer, type LiveSocket } from './sockets.ts';

/** The connections of this node to one gathering, and the channels they listen to. */
export type Subscriptions = {
  /**
   * `channels`: those of its surface. Channels that belong to the activity that is on are found here, now and later.
   */
  enter(socket: LiveSocket, channels: readonly string[]): void;
  leave(socket: LiveSocket): void;
  /** Sends the whole view of a channel the socket listens to. */
  again(socket: LiveSocket, channel: string): void;
  /** Sends the whole view with the next sweep. */
  later(socket: LiveSocket, channel: string): void;
  /** Pauses the connections that do not keep up, and brings up to date those that do again. */
  sweep(): void;
  /** Tells the consoles, once, that the clock was set. */
  clockJumped(byMs: number): void;
  empty(): boolean;
  close(): void;
};

/** `own`: the channels of the surface; `channels`: those and the ones of the activity that is on. */
type Subscriber = { own: readonly string[]; channels: readonly string[] };

const REGROUP_MS = 50;

export type SubscriptionPorts = {
  io: LiveServer;
  rules: Rules;
  /** Tells other nodes who is connected to this one. `node`: this node's number, drawn by chance. */
  presence: { relay: Relay; node: number };
  report(error: unknown): void;
};

export function openSubscriptions(
  gathering: string,
  host: Host,
  { io, rules, presence: nodes, report }: SubscriptionPorts
): Subscriptions {
  const subscribers = new Map<LiveSocket, Subscriber>();
  const fanOut = openFanOut(gathering, host, io, report);
  let regrouping: NodeJS.Timeout | null = null;
  let on = host.ledger().gathering.now;
  let shownOut = host.ledger().gathering.shownOut;

  const presence = openPresence(gathering, {
    ...nodes,
    here,
    tell: (connected) => fanOut.tellConsoles('connected', connected)
  });

  const unwatch = host.watch(({ ledger, channels }) => {
    const { gathering } = ledger;
    if (ledger.stopped === 'gathering-deleted') return turnAllAway();
    fanOut.touch(channels);
    const turned = gathering.now !== on;
    on = gathering.now;
    if (turned) fanOut.touch([...fanOut.open()].filter(isMethodChannel));
    if (gathering.shownOut !== shownOut) for (const socket of subscribers.keys()) turnAway(socket, gathering);
    shownOut = gathering.shownOut;
    if (turned || hasChannels(ledger, rules)) regrouping ??= setTimeout(regroup, REGROUP_MS);
  });

  function channelsOf(socket: LiveSocket, own: readonly string[]): string[] {
    const person = personOf(socket);
    return person === null ? [...own] : [...own, ...channelsBeside(host.ledger(), person, rules)];
  }

  /**
   * Which connection listens where follows from the state: a scribe is named, a traveller sits down at another table.
   */
  function regroup(): void {
    regrouping = null;
    for (const [socket, subscriber] of subscribers) {
      const wanted = channelsOf(socket, subscriber.own);
      const former = subscriber.channels;
      if (wanted.length === former.length && wanted.every((name) => former.includes(name))) continue;
      subscriber.channels = wanted;
      socket.emit('channels', wanted);
      for (const name of former) if (!wanted.includes(name)) fanOut.unlisten(socket, name);
      for (const name of wanted) if (!former.includes(name)) fanOut.listen(socket, name);
    }
  }

  /** A removed person is told why, on every page of theirs, and no view follows. */
  function turnAway(socket: LiveSocket, gathering: GatheringState): void {
    const why = whyOut(gathering, personOf(socket));
    if (why) disconnectWith(socket, refuse(why));
  }

  function turnAllAway(): void {
    for (const socket of subscribers.keys()) disconnectWith(socket, refuse('gathering-deleted'));
  }

  function here(): Connected {
    const people = new Set<string>();
    let boards = 0;
    for (const socket of subscribers.keys()) {
      if (socket.data.identity?.surface === 'board') boards += 1;
      const person = personOf(socket);
      if (person !== null) people.add(person);
    }
    return { phones: people.size, boards, people: [...people] };
  }

  return {
    enter(socket, own) {
      const channels = channelsOf(socket, own);
      subscribers.set(socket, { own, channels });
      socket.emit('channels', channels);
      for (const name of channels) fanOut.listen(socket, name);
      presence.changed();
    },
    leave(socket) {
      const subscriber = subscribers.get(socket);
      subscribers.delete(socket);
      for (const name of subscriber?.channels ?? []) fanOut.unlisten(socket, name);
      fanOut.leave(socket);
      presence.changed();
    },
    again(socket, name) {
      if (subscribers.get(socket)?.channels.includes(name)) fanOut.listen(socket, name);
    },
    later(socket, name) {
      if (subscribers.get(socket)?.channels.includes(name)) fanOut.pause(socket, name);
    },
    sweep: () => fanOut.sweep(subscribers),
    clockJumped: (byMs) => fanOut.tellConsoles('clock', byMs),
    empty: () => subscribers.size === 0,
    close() {
      unwatch();
      presence.close();
      if (regrouping) clearTimeout(regrouping);
      fanOut.close();
    }
  };
}

/** The person whose phone this is; null for boards and consoles. */
const personOf = ({ data: { identity } }: LiveSocket): string | null =>
  identity?.surface === 'phone' ? identity.person : null;
