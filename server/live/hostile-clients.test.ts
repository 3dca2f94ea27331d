import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket as RawSocket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PROTOCOL } from '#wire/messages.ts';
import { joins, openGathering, openTestServer, Page, type TestServer } from '../../tests/support/test-server.ts';
import { until } from '../../tests/support/until.ts';

/** A client that speaks WebSocket by hand, because no library would send what is sent here. */
class Rude {
  readonly #raw: RawSocket;
  heard = '';
  gone = false;

  private constructor(raw: RawSocket) {
    this.#raw = raw;
    raw.on('data', (said: Buffer) => (this.heard += said.toString('latin1')));
    raw.on('close', () => (this.gone = true));
    raw.on('error', () => {});
  }

  static async knock(port: number, cookie: string): Promise<Rude> {
    const raw = connect(port, '127.0.0.1');
    const rude = new Rude(raw);
    await once(raw, 'connect');
    raw.write(
      [
        'GET /live/?EIO=4&transport=websocket HTTP/1.1',
        `Host: 127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        `Cookie: ${cookie}`,
        '\r\n'
      ].join('\r\n')
    );
    await until(() => rude.heard.includes('"sid"'));
    return rude;
  }

  enters(gathering: string) {
    this.sends(`40${JSON.stringify({ protocol: PROTOCOL, gathering, surface: 'phone' })}`);
  }

  sends(text: string) {
    this.frame(Buffer.from(text), 0x81);
  }

  /** One masked frame; `first` holds the opcode and whether it is the last one. */
  frame(payload: Buffer, first: number) {
    const { length } = payload;
    const size =
      length < 126
        ? [0x80 | length]
        : length < 65_536
          ? [0xfe, length >> 8, length & 255]
          : [0xff, 0, 0, 0, 0, ...bytesOf(length)];
    // A mask of zeros is a mask.
    this.#raw.write(Buffer.concat([Buffer.from([first, ...size, 0, 0, 0, 0]), payload]));
  }

  /**
   * The server closed, or said that it does and listens no more: this client is too rude to answer with its own
   * goodbye.
   */
  get letGo() {
    return this.gone || /\x88(\x00|\x02\x03[\xe8-\xf6])/.test(this.heard);
  }

  leaves() {
    this.#raw.destroy();
  }
}

const bytesOf = (length: number) => [24, 16, 8, 0].map((shift) => (length >> shift) & 255);
let server: TestServer;
let gathering: string;
let bo: Awaited<ReturnType<typeof joins>>;
let mallory: Awaited<ReturnType<typeof joins>>;
let rude: Rude;

beforeEach(async () => {
  server = await openTestServer();
  ({ gathering } = await openGathering(server));
  [bo, mallory] = [await joins(server.plenary, gathering, 'Bo'), await joins(server.plenary, gathering, 'Mallory')];
  rude = await Rude.knock(server.port, mallory.cookie);
});

afterEach(async () => {
  rude.leaves();
  await server.close();
});

/** Whatever Mallory did, Bo is heard. */
async function boIsHeard() {
  const phone = new Page(server.url, { gathering, surface: 'phone', cookie: bo.cookie });
  await until(() => phone.welcome);
  expect(await phone.say('gathering', 'rename', { name: 'Bohdan' })).toHaveProperty('version');
  phone.leave();
}

const say = (changes: object) =>
  `421["say",${JSON.stringify({ device: 'malloryspage', n: 1, settled: 0, activity: 'gathering', command: 'rename', input: { name: 'M' }, ...changes })}]`;

test.each([
  ['a frame that is too long', `42["say","${'x'.repeat(400_000)}"]`],
  ['what is no JSON', '42["say",{"device":'],
  ['what is no packet', 'zzzzzz'],
  ['an attachment without end', '4599999999-["say",{"_placeholder":true,"num":99999}]'],
  ['a second place', '40{}'],
  ['an answer to nothing', '4399[{}]']
])('%s ends that connection at most, and nobody else’s', async (_what, text) => {
  rude.enters(gathering);
  await until(() => rude.heard.includes('welcome'));
  rude.sends(text);
  await boIsHeard();
});

test('a frame that is too long is not read to its end', async () => {
  rude.frame(Buffer.alloc(400_000, 'x'), 0x81);
  await until(() => rude.letGo);
  await boIsHeard();
});

test('a message in very many pieces is cut off', async () => {
  for (let piece = 0; piece < 200 && !rude.letGo; piece += 1) rude.frame(Buffer.from('4'), piece === 0 ? 0x01 : 0x00);
  await until(() => rude.letGo);
  await boIsHeard();
});

test.each([
  ['an event nobody knows', '42["constructor",{}]', null],
  ['a command of the prototype', say({ command: '__proto__' }), 'no-such-command'],
  ['an activity of the prototype', say({ activity: 'constructor' }), 'no-such-command'],
  [
    'input that would change every object',
    say({}).replace('"name":"M"', '"__proto__":{"polluted":1},"name":"M"'),
    'not-understood'
  ],
  ['nothing at all', '421["say"]', 'not-understood'],
  ['a list instead of a command', '421["say",[[[[]]]]]', 'not-understood'],
  [
    'input that is nested without end',
    say({}).replace('{"name":"M"}', `${'['.repeat(9000)}${']'.repeat(9000)}`),
    'not-understood'
  ],
  ['a number that is none', say({ n: '1' }), 'not-understood'],
  ['a number far ahead', say({ n: 7 }), 'out-of-order'],
  ['more fields than asked for', say({ role: 'organizer' }), 'not-understood'],
  ['a command of those who lead', say({ command: 'close', input: {} }), 'not-yours-to-do'],
  ['a name for somebody else', say({ input: { name: 'M', for: 'bo' } }), 'not-yours-to-do'],
  ['a channel that is not theirs', '42["again","console"]', null],
  ['a channel that is no channel', '42["again",{"toString":1}]', null],
  ['a question without a place for the answer', '42["time"]', null]
])('%s is answered and changes nothing', async (_what, text, refused) => {
  rude.enters(gathering);
  await until(() => rude.heard.includes('welcome'));
  const before = await server.plenary.gatherings.view(gathering, 'console');
  rude.sends(text);
  // The question after it is answered, so the one before it was dealt with and the connection lives.
  rude.sends('422["time"]');
  await until(() => /432\[\d{13}\]/.test(rude.heard));
  if (refused) await until(() => rude.heard.includes(`431[{"refused":"${refused}"`));
  expect(rude.heard).not.toContain('"channel":"console"');
  expect(await server.plenary.gatherings.view(gathering, 'console')).toEqual(before);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  await boIsHeard();
});

test('who leaves and asks for another place in one breath is let go', async () => {
  rude.enters(gathering);
  await until(() => rude.heard.includes('welcome'));
  for (let turn = 0; turn < 50; turn += 1) {
    rude.sends('41');
    rude.enters(gathering);
  }
  await until(() => rude.letGo);
  await boIsHeard();
});

test('who asks for many places at once gets one at most', async () => {
  for (let turn = 0; turn < 200; turn += 1) rude.enters(gathering);
  await until(() => rude.letGo);
  expect(rude.heard.split('"welcome"').length - 1).toBeLessThanOrEqual(1);
  await boIsHeard();
});
