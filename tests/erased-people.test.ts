import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GatheringOnBoard, GatheringOnConsole } from '#gathering/views.ts';
import { aboutMe } from '#words/index.ts';
import { blockOf } from './support/samples.ts';
import {
  deviceOf,
  granted,
  joins,
  openGathering,
  openTestServerWithPages,
  type TestServer
} from './support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServerWithPages();
});
afterAll(() => server.close());

test('CO8 whoever had themselves erased writes nothing more there, and joins again as somebody new', async () => {
  const { gathering } = await openGathering(server);
  const { gatherings } = server.plenary;
  let said = 0;
  const says = (person: string | null, command: string, input: object, activity = 'gathering') =>
    gatherings.say(
      { gathering, role: person === null ? 'organizer' : 'participant', person },
      { device: deviceOf(`says${(said += 1)}by`), activity, command, input }
    );
  const console = async () => (await gatherings.view(gathering, 'console'))!.gathering as GatheringOnConsole;
  granted(await says(null, 'addBlock', blockOf('fishbowl')));
  const [activity] = Object.keys((await console()).agenda);
  granted(await says(null, 'turnTo', { activity, from: null }));
  const bo = await joins(server.plenary, gathering, 'Bo');
  granted(await says(bo.person, 'erase', {}));

  for (const [command, input] of [
    ['comeBack', {}],
    ['rename', { name: 'Bo again' }],
    ['join', { name: 'Bo again', rehearsed: false }]
  ] as const)
    expect([command, await says(bo.person, command, input)]).toEqual([command, { refused: 'erased' }]);
  expect(await says(bo.person, 'sendCard', { card: 'note0000again000', text: 'Written later' }, activity)).toEqual({
    refused: 'erased'
  });
  expect(await says(null, 'comeBack', { for: bo.person })).toEqual({ refused: 'person-unknown' });
  expect(await says(null, 'rename', { for: bo.person, name: 'Bo again' })).toEqual({ refused: 'person-unknown' });
  granted(await says(bo.person, 'erase', {}));

  const read = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}${path}`, { redirect: 'manual', headers: { cookie: bo.cookie }, ...init });
  expect(await (await read(`/g/${gathering}/me`)).text()).toContain(aboutMe.isErased);
  const { code } = (await gatherings.view(gathering, 'board'))!.gathering as GatheringOnBoard;
  const away = await read(`/g/${gathering}`);
  expect([away.status, away.headers.get('location')]).toEqual([303, expect.stringContaining(`/${code}+`)]);
  const door = away.headers.get('location')!;
  expect((await read(door)).status).toBe(200);
  const form = new URLSearchParams({ name: 'Bo anew', device: deviceOf('anew'), rehearsed: '' });
  const joined = await read(door, {
    method: 'POST',
    body: form,
    headers: { cookie: bo.cookie, origin: server.url, accept: 'text/html' }
  });
  expect([joined.status, joined.headers.get('location')]).toEqual([303, `/g/${gathering}`]);
  const { people } = await console();
  expect(Object.values(people).map(({ name, present }) => [name, present])).toEqual([
    [null, false],
    ['Bo anew', true]
  ]);
});
