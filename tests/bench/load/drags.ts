import { Milliseconds, type Spread } from '../figures.ts';
import { LOW, PLACES, READERS, type People } from './people.ts';

/** `movers` phones move `perSecond` times a second each. */
export type Style = { movers: number; perSecond: number };
export type Dragged = {
  board: Spread | null;
  phone: Spread | null;
  lost: number;
  lateMs: number;
  bytesPerPhone: number;
};

const WARM_UP_MS = 2_000;
const SETTLE_MS = 1_500;
const BEAT_MS = 4;
const PROBE_MS = 800;
const END = 1000;
/** As many as a shape tells of. */
const PROBES = 5;

/**
 * Lets fingers move for a while. Each move is told by its place on the line, which comes again after 900 moves: so a
 * receiver that shows a dot at a place shows that move, or a later one, of the same dot.
 */
export async function drag(
  people: People,
  n: number,
  style: Style,
  seconds: number,
  measured: { begins(): void; ends(): void }
): Promise<Dragged> {
  const sentAt = new Float64Array(n * PLACES);
  const last = new Int32Array(n);
  const seen = Array.from({ length: READERS + 1 }, () => new Int32Array(n));
  const [board, phone, late] = [new Milliseconds(), new Milliseconds(), new Milliseconds()];
  let [from, until] = [Infinity, Infinity];

  people.onDot((receiver, who, x) => {
    const held = seen[receiver];
    if (!held) return;
    const behind = ((last[who] ?? 0) - (x - LOW - phaseOf(who))) % PLACES;
    const shown = (last[who] ?? 0) - ((behind + PLACES) % PLACES);
    const now = performance.now();
    for (let move = (held[who] ?? 0) + 1; move <= shown; move += 1) {
      const at = sentAt[who * PLACES + (move % PLACES)] ?? 0;
      if (at >= from && at <= until) (receiver === 0 ? board : phone).add(now - at);
    }
    held[who] = Math.max(held[who] ?? 0, shown);
  });
  // In a shape nobody is told apart, and fewer than five are not told at all: they jump from end to end, where nobody
  // else ever stands.
  const probe = people.phonesSeeDots ? null : probing(people, (ms, at) => at >= from && at <= until && phone.add(ms));

  const first = probe ? PROBES : 0;
  const movers = Math.min(style.movers, n - first);
  const gap = 1000 / (movers * style.perSecond);
  const began = performance.now();
  let sent = 0;
  const beat = () => {
    const now = performance.now();
    for (let due = began + sent * gap; due <= now && due < until; due = began + sent * gap) {
      const who = first + (sent % movers);
      const move = (last[who] = (last[who] ?? 0) + 1);
      const at = performance.now();
      sentAt[who * PLACES + (move % PLACES)] = at;
      if (at >= from) late.add(at - due);
      people.move(who, LOW + ((move + phaseOf(who)) % PLACES));
      sent += 1;
    }
  };
  const beating = setInterval(beat, BEAT_MS);

  await pause(WARM_UP_MS);
  from = performance.now();
  const bytes = people.received();
  measured.begins();
  await pause(seconds * 1000);
  until = performance.now();
  measured.ends();
  const received = people.received() - bytes;
  clearInterval(beating);
  await pause(SETTLE_MS);
  probe?.stop();

  const readers = people.phonesSeeDots ? seen : seen.slice(0, 1);
  const missing = readers.reduce((sum, held) => sum + held.filter((move, who) => move !== last[who]).length, 0);
  return {
    board: board.spread(),
    phone: phone.spread(),
    lost: missing + people.lost(),
    lateMs: late.spread()?.p99 ?? 0,
    bytesPerPhone: received / n / ((until - from) / 1000)
  };
}

function probing(people: People, told: (ms: number, at: number) => void) {
  let side = 0;
  let at = Infinity;
  const waiting = new Set<number>();
  people.onShape((receiver, ranges) => {
    const [first = [END], last = [0]] = [ranges[0], ranges.at(-2)];
    const shown = first[0] < LOW ? 0 : last[0] > END - LOW ? END : null;
    if (shown === side && waiting.delete(receiver)) told(performance.now() - at, at);
  });
  const jumping = setInterval(() => {
    side = END - side;
    at = performance.now();
    for (let receiver = 1; receiver <= READERS; receiver += 1) waiting.add(receiver);
    for (let phone = 0; phone < PROBES; phone += 1) people.move(phone, side);
  }, PROBE_MS);
  return { stop: () => clearInterval(jumping) };
}

// Each phone begins at another place, or all would cross the borders of a shape in the same instant.
const phaseOf = (who: number) => (who * 37) % PLACES;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
