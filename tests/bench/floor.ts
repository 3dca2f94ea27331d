import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { decodeMove, encodeFrame, type MovedDot, type ShapeRange } from '#wire/motion-frames.ts';
import { framed } from '#server/live/motion/raw-frame.ts';

/**
 * The floor: the least a Node server can do for the same work. No people, no rules, no log. One binary frame per tick,
 * made once and written straight to every socket. `dots` sends every dot to every socket; `shape` sends phones only how
 * many stand where, four times a second. Text returns to its sender; text that begins with `!` goes to all sockets.
 */
const [mode = 'dots'] = process.argv.slice(2);
const TICK_MS = 50;
const SHAPE_EVERY_TICKS = 5;
const END = 1000;
/** As many parts as a shape has at most. */
const BINS = 25;

const cables = { phone: new Set<Socket>(), board: new Set<Socket>() };
const places = new Map<number, number>();
let changed = new Map<number, number>();
let next = 0;
let ticks = 0;

const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });

sockets.on('connection', (socket: WebSocket & { _socket?: Socket }, request) => {
  const cable = socket._socket;
  if (!cable) return socket.terminate();
  const side = request.url === '/board' ? cables.board : cables.phone;
  const dot = side === cables.phone ? (next += 1) : 0;
  side.add(cable);
  socket.on('close', () => side.delete(cable));
  socket.on('message', (said: Buffer, isBinary) => {
    if (!isBinary) return said[0] === 0x21 ? tellAll(said) : socket.send(said, { binary: false });
    const move = decodeMove(said);
    if (move) changed.set(dot, move.x);
  });
  socket.send(`${dot}`);
});

setInterval(() => {
  ticks += 1;
  const dots: MovedDot[] = [...changed];
  for (const [dot, x] of dots) places.set(dot, x);
  changed = new Map();
  if (dots.length > 0) {
    const frame = framed(encodeFrame({ kind: 'moved', topic: 1, dots })).frame;
    for (const cable of cables.board) write(cable, frame);
    if (mode === 'dots') for (const cable of cables.phone) write(cable, frame);
  }
  if (mode === 'shape' && ticks % SHAPE_EVERY_TICKS === 0) {
    const bins = Array<number>(BINS).fill(0);
    for (const x of places.values()) bins[Math.floor((x * BINS) / (END + 1))]! += 1;
    const ranges = bins.map((people, bin): ShapeRange => [Math.round(((bin + 1) * END) / BINS), people]);
    const { frame } = framed(encodeFrame({ kind: 'shape', topic: 1, ranges }));
    for (const cable of cables.phone) write(cable, frame);
  }
}, TICK_MS);

function tellAll(said: Buffer): void {
  const { frame } = framed(said);
  frame[0] = 0x81;
  for (const cable of cables.phone) write(cable, frame);
}

function write(cable: Socket, frame: Buffer): void {
  if (cable.writableLength === 0) cable.write(frame);
}

http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address && typeof address === 'object') console.log(`open at ${address.port}`);
});
