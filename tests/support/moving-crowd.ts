import { openGathering, Page, type TestServer } from './test-server.ts';
import { expect } from 'vitest';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import { decodeFrame, encodeMove, motionTopic, type CrowdFrame } from '#wire/motion-frames.ts';
import { afterFrame, type Moving } from '#lib/live/motion.ts';

type Line = { statement: string; version: number; round: number };
type Seen = { now: Line | null; picture: { dots: Record<number, { x: number }> } | null };

/** A gathering with one statement on the board, not yet open. */
export async function openLine(server: TestServer, way: 'live' | 'blind') {
  const { gathering, signIn } = await openGathering(server);
  const cookie = `${ACCOUNT_COOKIE}=${signIn}`;
  const ana = new Page(server.url, { gathering, surface: 'console', cookie });
  const statement = { text: 'We meet', poleA: 'Too often', poleB: 'Too rarely', middle: null, kind: 'continuum', way };
  const settings = { statements: [statement] };
  await accepted(ana.say('gathering', 'addBlock', { method: 'spectrogram', title: null, settings }));
  const view = await server.plenary.gatherings.view(gathering, 'console');
  const [activity = '', block] = Object.entries(view?.activities ?? {})[0] ?? [];
  const [id = ''] = Object.keys((block?.view as { statements: object }).statements);
  await accepted(ana.say('gathering', 'turnTo', { activity, from: null }));
  const line = { statement: id, version: 1, round: 1 };
  return { gathering, cookie, ana, activity, line, tag: motionTopic(activity, `${id}.1.1`) };
}

export async function accepted(answer: Promise<object>): Promise<void> {
  expect(await answer).toEqual({ version: expect.any(Number) });
}

export const seenOn = (page: Page, activity: string): Seen | undefined =>
  page.docs.board?.doc.activities[activity]?.view as Seen | undefined;

/** Keeps every crowd frame a page is sent, and what it would show. */
export function watchCrowd(page: Page) {
  const seen = { frames: [] as CrowdFrame[], bytes: 0, moving: null as Moving | null };
  page.socket.on('crowd', (bytes) => {
    const frame = decodeFrame(bytes);
    if (!frame) throw new Error(`not a frame: ${Buffer.from(bytes as Uint8Array).toString('hex')}`);
    seen.frames.push(frame);
    seen.bytes += bytes.byteLength;
    seen.moving = afterFrame(seen.moving, bytes);
  });
  return seen;
}

export function moves(page: Page, topic: number, x: number): void {
  page.socket.emit('crowd', encodeMove({ topic, x }));
}
