import type { Host } from '#gathering/host.ts';
import type { FromServer, Patch } from '#wire/messages.ts';
import { openChannel, type Channel } from './channel.ts';
import { backlogOf } from './socket-io-internals.ts';
import type { LiveServer, LiveSocket } from './sockets.ts';

/**
 * Sends the views of one gathering to the connections that listen: one patch for each channel, encoded once, and the
 * whole view to a connection that missed some.
 */
export type FanOut = {
  /**
   * Sends the whole view, and from then on its patches. The two come in one step, so that no patch falls between them.
   */
  listen(socket: LiveSocket, name: string): void;
  unlisten(socket: LiveSocket, name: string): void;
  /**
   * Sends a connection no more patches of a channel; the next sweep after it has caught up sends the whole view
   * instead.
   */
  pause(socket: LiveSocket, name: string): void;
  /** Forgets what is paused for a connection that has closed. */
  leave(socket: LiveSocket): void;
  /** The views of these channels may have changed. */
  touch(names: Iterable<string>): void;
  /** The channels with listeners. */
  open(): Iterable<string>;
  /** Pauses all channels of each connection that does not keep up, and sends whole views to those that do again. */
  sweep(listeners: Iterable<readonly [socket: LiveSocket, of: { channels: readonly string[] }]>): void;
  tellConsoles<Event extends 'connected' | 'clock'>(event: Event, ...said: Parameters<FromServer[Event]>): void;
  close(): void;
};

type Open = { channel: Channel; room: string; listeners: Set<LiveSocket> };

const PACE_MS = 100;
const PACE_FOR_ALL_MS = 250;
// Half of what a connection may hold at most: the rest is for what is sent before the next sweep.
const BACKLOG_AT_MOST = 128 * 1024;
const BACKLOG_SMALL = 16 * 1024;

export function openFanOut(gathering: string, host: Host, io: LiveServer, report: (error: unknown) => void): FanOut {
  const open = new Map<string, Open>();
  const stale = new Map<LiveSocket, Set<string>>();

  function begin(name: string): Open {
    const room = `${gathering} ${name}`;
    const seeing = {
      look: () => ({ version: host.ledger().version, doc: host.view(name) }),
      send: (patch: Patch) => void io.to(room).emit('patch', patch),
      report
    };
    const channel = openChannel(name, seeing, name === 'all' ? PACE_FOR_ALL_MS : PACE_MS);
    const begun = { channel, room, listeners: new Set<LiveSocket>() };
    open.set(name, begun);
    return begun;
  }

  function listen(socket: LiveSocket, name: string): void {
    const { channel, room, listeners } = open.get(name) ?? begin(name);
    listeners.add(socket);
    stale.get(socket)?.delete(name);
    socket.emit('view', channel.view());
    void socket.join(room);
  }

  function pause(socket: LiveSocket, name: string): void {
    stale.set(socket, (stale.get(socket) ?? new Set()).add(name));
    const room = open.get(name)?.room;
    if (room) void socket.leave(room);
  }

  return {
    listen,
    pause,
    unlisten(socket, name) {
      stale.get(socket)?.delete(name);
      const left = open.get(name);
      if (!left?.listeners.delete(socket)) return;
      void socket.leave(left.room);
      if (left.listeners.size > 0) return;
      left.channel.close();
      open.delete(name);
    },
    leave: (socket) => void stale.delete(socket),
    touch(names) {
      for (const name of names) open.get(name)?.channel.touch();
    },
    open: () => open.keys(),
    sweep(listeners) {
      for (const [socket, { channels }] of listeners) {
        const backlog = backlogOf(socket);
        if (backlog > BACKLOG_AT_MOST) for (const name of channels) pause(socket, name);
        if (backlog > BACKLOG_SMALL) continue;
        for (const name of [...(stale.get(socket) ?? [])]) listen(socket, name);
      }
    },
    tellConsoles(event, ...said) {
      const consoles = open.get('console');
      if (consoles) io.to(consoles.room).emit(event, ...said);
    },
    close() {
      for (const { channel } of open.values()) channel.close();
    }
  };
}
