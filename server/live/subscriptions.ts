import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { whyOut } from '#gathering/people.ts';
import type { GatheringState } from '#gathering/state.ts';
import { refuse } from '#contract/method.ts';
import { channelsBeside, hasChannels, isMethodChannel } from '#gathering/view-of.ts';
import type { Connected, FromServer, Patch } from '#wire/messages.ts';
import { openChannel, type Channel } from './channel.ts';
import { openPresence } from './presence.ts';
import type { Relay } from './relay.ts';
import { backlogOf } from './socket-io.ts';
import { disconnectWith, type LiveServer, type LiveSocket } from './sockets.ts';

/** Everybody who is connected to one gathering through this node. */
export type Subscriptions = {
  /** `channels`: those of its surface. The ones that come with what is on are found here, now and later. */
  enter(socket: LiveSocket, channels: readonly string[]): void;
  leave(socket: LiveSocket): void;
  /** Sends the whole view of a channel the socket listens to. */
  again(socket: LiveSocket, channel: string): void;
  /** Sends the whole view with the next sweep. */
  later(socket: LiveSocket, channel: string): void;
  /** Spares the connections that do not keep up, and brings up to date those that do again. */
  sweep(): void;
  /** The consoles hear of it once. */
  clockJumped(byMs: number): void;
  empty(): boolean;
  close(): void;
};

type Open = { channel: Channel; room: string; listeners: Set<LiveSocket> };
/**
 * `own`: what comes with the surface; `channels`: those and the ones that come with what is on. `behind`: channels whose patches this socket
 * is spared until it is sent the whole view.
 */
type Subscriber = { own: readonly string[]; channels: readonly string[]; stale: Set<string> };

const PACE_MS = 100;
const PACE_FOR_ALL_MS = 250;
const REGROUP_MS = 50;
// Half of what a connection may hold at most: the rest is for what is sent before the next sweep.
const BACKLOG_AT_MOST = 128 * 1024;
const BACKLOG_SMALL = 16 * 1024;

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
  const open = new Map<string, Open>();
  const subscribers = new Map<LiveSocket, Subscriber>();
  let regrouping: NodeJS.Timeout | null = null;
  let on = host.ledger().gathering.now;
  let shownOut = host.ledger().gathering.shownOut;

  const presence = openPresence(gathering, {
    ...nodes,
    here,
    tell: (connected) => tellConsoles('connected', connected)
  });

  const unwatch = host.watch(({ ledger, channels }) => {
    for (const name of channels) open.get(name)?.channel.touch();
    const turned = ledger.gathering.now !== on;
    if (turned) for (const [name, { channel }] of open) if (isMethodChannel(name)) channel.touch();
    on = ledger.gathering.now;
    if (ledger.gathering.shownOut !== shownOut)
      for (const socket of subscribers.keys()) turnAway(socket, ledger.gathering);
    shownOut = ledger.gathering.shownOut;
    if (turned || hasChannels(ledger, rules)) regrouping ??= setTimeout(regroup, REGROUP_MS);
  });

  function tellConsoles<Event extends 'connected' | 'clock'>(
    event: Event,
    ...said: Parameters<FromServer[Event]>
  ): void {
    const consoles = open.get('console');
    if (consoles) io.to(consoles.room).emit(event, ...said);
  }

  function begin(name: string): Open {
    const room = `${gathering} ${name}`;
    const seeing = {
      look: () => ({ version: host.ledger().version, doc: host.view(name) }),
      send: (patch: Patch) => void io.to(room).emit('patch', patch),
      report
    };
    const begun = {
      channel: openChannel(name, seeing, name === 'all' ? PACE_FOR_ALL_MS : PACE_MS),
      room,
      listeners: new Set<LiveSocket>()
    };
    open.set(name, begun);
    return begun;
  }

  /** The view and the place among the listeners come in one step, so no patch falls between them. */
  function listen(socket: LiveSocket, name: string): void {
    const { channel, room, listeners } = open.get(name) ?? begin(name);
    listeners.add(socket);
    socket.emit('view', channel.view());
    void socket.join(room);
  }

  function unlisten(socket: LiveSocket, name: string): void {
    const left = open.get(name);
    left?.listeners.delete(socket);
    if (left?.listeners.size !== 0) return;
    left.channel.close();
    open.delete(name);
  }

  function channelsOf(socket: LiveSocket, own: readonly string[]): string[] {
    const identity = socket.data.identity;
    const person = identity?.surface === 'phone' ? identity.ticket.person : null;
    return person === null ? [...own] : [...own, ...channelsBeside(host.ledger(), person, rules)];
  }

  /** Who listens where follows from the state: a scribe is made, a traveller sits down at another table. */
  function regroup(): void {
    regrouping = null;
    for (const [socket, subscriber] of subscribers) {
      const wanted = channelsOf(socket, subscriber.own);
      if (wanted.length === subscriber.channels.length && wanted.every((name) => subscriber.channels.includes(name)))
        continue;
      const [former, { stale }] = [subscriber.channels, subscriber];
      subscriber.channels = wanted;
      socket.emit('channels', wanted);
      for (const name of former.filter((name) => !wanted.includes(name))) {
        pausePatches(socket, subscriber, name);
        stale.delete(name);
        unlisten(socket, name);
      }
      for (const name of wanted) if (!former.includes(name)) listen(socket, name);
    }
  }

  /** Whoever was removed is told why, on every page of theirs, and no view follows. */
  function turnAway(socket: LiveSocket, gathering: GatheringState): boolean {
    const identity = socket.data.identity;
    const why = identity?.surface === 'phone' ? whyOut(gathering, identity.ticket.person) : null;
    if (why) disconnectWith(socket, refuse(why));
    return why !== null;
  }

  function pausePatches(socket: LiveSocket, subscriber: Subscriber, name: string): void {
    subscriber.stale.add(name);
    const room = open.get(name)?.room;
    if (room) void socket.leave(room);
  }

  function here(): Connected {
    const people = new Set<string>();
    let boards = 0;
    for (const socket of subscribers.keys()) {
      const identity = socket.data.identity;
      if (identity?.surface === 'board') boards += 1;
      if (identity?.surface === 'phone' && identity.ticket.person) people.add(identity.ticket.person);
    }
    return { phones: people.size, boards, people: [...people] };
  }

  return {
    enter(socket, channels) {
      // Removed since the door let them in.
      if (turnAway(socket, host.ledger().gathering)) return;
      const all = channelsOf(socket, channels);
      subscribers.set(socket, { own: channels, channels: all, stale: new Set() });
      socket.emit('channels', all);
      for (const name of all) listen(socket, name);
      presence.changed();
    },
    leave(socket) {
      const subscriber = subscribers.get(socket);
      subscribers.delete(socket);
      for (const name of subscriber?.channels ?? []) unlisten(socket, name);
      presence.changed();
    },
    again(socket, name) {
      const subscriber = subscribers.get(socket);
      if (!subscriber?.channels.includes(name)) return;
      subscriber.stale.delete(name);
      listen(socket, name);
    },
    later(socket, name) {
      const subscriber = subscribers.get(socket);
      if (subscriber?.channels.includes(name)) pausePatches(socket, subscriber, name);
    },
    sweep() {
      for (const [socket, subscriber] of subscribers) {
        const backlog = backlogOf(socket);
        if (backlog > BACKLOG_AT_MOST) for (const name of subscriber.channels) pausePatches(socket, subscriber, name);
        if (backlog > BACKLOG_SMALL || subscriber.stale.size === 0) continue;
        for (const name of subscriber.stale) listen(socket, name);
        subscriber.stale.clear();
      }
    },
    clockJumped: (byMs) => tellConsoles('clock', byMs),
    empty: () => subscribers.size === 0,
    close() {
      unwatch();
      presence.close();
      if (regrouping) clearTimeout(regrouping);
      for (const { channel } of open.values()) channel.close();
    }
  };
}
