import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { whyOut } from '#gathering/people.ts';
import type { GatheringState } from '#gathering/state.ts';
import { refuse } from '#contract/method.ts';
import { beside, hasChannels, isMethods } from '#gathering/view-of.ts';
import type { Connected, FromServer, Patch } from '#wire/messages.ts';
import { openChannel, type Channel } from './channel.ts';
import { openPresence } from './presence.ts';
import type { Relay } from './relay.ts';
import { backlogOf, showOut, type LiveServer, type LiveSocket } from './sockets.ts';

/** Everybody who is connected to one gathering through this node. */
export type Hall = {
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
type Seat = { own: readonly string[]; channels: readonly string[]; behind: Set<string> };

const PACE_MS = 100;
const PACE_FOR_ALL_MS = 250;
const RESEAT_MS = 50;
// Half of what a connection may hold at most: the rest is for what is sent before the next sweep.
const BACKLOG_AT_MOST = 128 * 1024;
const BACKLOG_SMALL = 16 * 1024;

export type HallPorts = {
  io: LiveServer;
  rules: Rules;
  /** Tells other nodes who is connected to this one. `node`: this node's number, drawn by chance. */
  presence: { relay: Relay; node: number };
  report(error: unknown): void;
};

export function openHall(gathering: string, host: Host, { io, rules, presence: nodes, report }: HallPorts): Hall {
  const open = new Map<string, Open>();
  const seats = new Map<LiveSocket, Seat>();
  let reseating: NodeJS.Timeout | null = null;
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
    if (turned) for (const [name, { channel }] of open) if (isMethods(name)) channel.touch();
    on = ledger.gathering.now;
    if (ledger.gathering.shownOut !== shownOut) for (const socket of seats.keys()) turnAway(socket, ledger.gathering);
    shownOut = ledger.gathering.shownOut;
    if (turned || hasChannels(ledger, rules)) reseating ??= setTimeout(reseat, RESEAT_MS);
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
    const guest = socket.data.guest;
    const person = guest?.surface === 'phone' ? guest.ticket.person : null;
    return person === null ? [...own] : [...own, ...beside(host.ledger(), person, rules)];
  }

  /** Who listens where follows from the state: a scribe is made, a traveller sits down at another table. */
  function reseat(): void {
    reseating = null;
    for (const [socket, seat] of seats) {
      const wanted = channelsOf(socket, seat.own);
      if (wanted.length === seat.channels.length && wanted.every((name) => seat.channels.includes(name))) continue;
      const [former, { behind }] = [seat.channels, seat];
      seat.channels = wanted;
      socket.emit('channels', wanted);
      for (const name of former.filter((name) => !wanted.includes(name))) {
        spare(socket, seat, name);
        behind.delete(name);
        unlisten(socket, name);
      }
      for (const name of wanted) if (!former.includes(name)) listen(socket, name);
    }
  }

  /** Whoever was removed is told why, on every page of theirs, and no view follows. */
  function turnAway(socket: LiveSocket, gathering: GatheringState): boolean {
    const guest = socket.data.guest;
    const why = guest?.surface === 'phone' ? whyOut(gathering, guest.ticket.person) : null;
    if (why) showOut(socket, refuse(why));
    return why !== null;
  }

  function spare(socket: LiveSocket, seat: Seat, name: string): void {
    seat.behind.add(name);
    const room = open.get(name)?.room;
    if (room) void socket.leave(room);
  }

  function here(): Connected {
    const people = new Set<string>();
    let boards = 0;
    for (const socket of seats.keys()) {
      const guest = socket.data.guest;
      if (guest?.surface === 'board') boards += 1;
      if (guest?.surface === 'phone' && guest.ticket.person) people.add(guest.ticket.person);
    }
    return { phones: people.size, boards, people: [...people] };
  }

  return {
    enter(socket, channels) {
      // Removed since the door let them in.
      if (turnAway(socket, host.ledger().gathering)) return;
      const all = channelsOf(socket, channels);
      seats.set(socket, { own: channels, channels: all, behind: new Set() });
      socket.emit('channels', all);
      for (const name of all) listen(socket, name);
      presence.changed();
    },
    leave(socket) {
      const seat = seats.get(socket);
      seats.delete(socket);
      for (const name of seat?.channels ?? []) unlisten(socket, name);
      presence.changed();
    },
    again(socket, name) {
      const seat = seats.get(socket);
      if (!seat?.channels.includes(name)) return;
      seat.behind.delete(name);
      listen(socket, name);
    },
    later(socket, name) {
      const seat = seats.get(socket);
      if (seat?.channels.includes(name)) spare(socket, seat, name);
    },
    sweep() {
      for (const [socket, seat] of seats) {
        const backlog = backlogOf(socket);
        if (backlog > BACKLOG_AT_MOST) for (const name of seat.channels) spare(socket, seat, name);
        if (backlog > BACKLOG_SMALL || seat.behind.size === 0) continue;
        for (const name of seat.behind) listen(socket, name);
        seat.behind.clear();
      }
    },
    clockJumped: (byMs) => tellConsoles('clock', byMs),
    empty: () => seats.size === 0,
    close() {
      unwatch();
      presence.close();
      if (reseating) clearTimeout(reseating);
      for (const { channel } of open.values()) channel.close();
    }
  };
}
