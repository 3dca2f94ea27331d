import { decodeFrame, type ShapeRange } from '#wire/motion-frames.ts';
import { each } from './forms.ts';
import { fill, openBoard, openConsole, openLine, place, tagOf, until, type Line, type Place } from './gathering.ts';
import type { Page } from './page.ts';
import { LOW, PLACES, READERS, type People } from './people.ts';

const DOTS_AT_MOST = 300;
const AT_ONCE = 64;

/** Each phone joins by the form, places itself once, because it has no dot before, and then drags. */
export async function plenaryPeople(at: Place, n: number): Promise<People> {
  const began = performance.now();
  const phones = await fill(at, n);
  const joinedMs = performance.now() - began;
  const board = await openBoard(at);
  const desk = await openConsole(at);
  const line = await openLine(desk);
  const phoneOf = await placeAll(phones, board, line);
  const tag = tagOf(line);
  let seenDot: (receiver: number, phone: number, x: number) => void = () => {};
  let seenShape: (receiver: number, ranges: readonly ShapeRange[]) => void = () => {};
  [board, ...phones.slice(0, READERS)].forEach((page, receiver) => {
    page.onCrowd = (bytes) => {
      const frame = decodeFrame(bytes);
      if (frame?.kind === 'shape') seenShape(receiver, frame.ranges);
      if (!frame || !('dots' in frame)) return;
      for (const [dot, x] of frame.dots) if (x <= LOW + PLACES) seenDot(receiver, phoneOf[dot] ?? 0, x);
    };
  });
  // A console is sent all that the board is, and would be counted with the server's cost.
  desk.leave();

  return {
    joinedMs,
    phonesSeeDots: n <= DOTS_AT_MOST,
    move: (phone, x) => phones[phone]?.move(tag, x),
    onDot: (seen) => (seenDot = seen),
    onShape: (seen) => (seenShape = seen),
    received: () => phones.reduce((sum, phone) => sum + phone.received, 0),
    lost: () => [board, ...phones].filter(({ lost }) => lost).length,
    leave: () => [board, ...phones].forEach((page) => page.leave())
  };
}

/** No view says which dot belongs to which phone, so each phone goes to a place of its own and the dots there tell. */
async function placeAll(phones: readonly Page[], board: Page, line: Line): Promise<Uint32Array> {
  const phoneOf = new Uint32Array(65_536);
  const known = new Set<string>();
  for (let from = 0; from < phones.length; from += PLACES) {
    const some = phones.slice(from, from + PLACES);
    await each([...some.entries()], AT_ONCE, async ([nth, phone]) => void (await place(phone, line, LOW + nth)));
    const dots = await until(() => {
      const fresh = Object.entries(dotsOn(board, line)).filter(([dot]) => !known.has(dot));
      return fresh.length === some.length ? fresh : [];
    });
    for (const [dot, { x }] of dots) {
      phoneOf[Number(dot)] = from + x - LOW;
      known.add(dot);
    }
  }
  return phoneOf;
}

type OnBoard = { picture: { dots: Record<string, { x: number }> } | null };

const dotsOn = (board: Page, { activity }: Line) =>
  (board.docs.get('board')?.activities[activity]?.view as OnBoard | undefined)?.picture?.dots ?? {};
