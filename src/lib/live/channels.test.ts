import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Doc } from '#wire/messages.ts';
import { diff } from '#wire/patch.ts';
import { Channels } from './channels.ts';

const doc = (view: object): Doc => ({ gathering: { phase: 'open' }, activities: { a: { method: 'm', view } } });
const viewOf = (docs: Record<string, Doc>) => docs.all?.activities.a?.view;

test('a page shows the view it was rendered with until the server says more', () => {
  const docs: Record<string, Doc> = {};
  new Channels(docs, { all: { version: 3, doc: doc({ placed: 1 }) } }, () => {});
  expect(viewOf(docs)).toEqual({ placed: 1 });
});

test('a patch that does not fit changes nothing and asks for the view once', () => {
  const docs: Record<string, Doc> = {};
  const asked: string[] = [];
  const channels = new Channels(docs, { all: { version: 3, doc: doc({ placed: 1 }) } }, (channel) =>
    asked.push(channel)
  );
  const changes = diff(doc({ placed: 1 }), doc({ placed: 9 }));
  channels.change({ channel: 'all', from: 5, to: 6, changes });
  channels.change({ channel: 'all', from: 6, to: 7, changes });
  expect(viewOf(docs)).toEqual({ placed: 1 });
  expect(asked).toEqual(['all']);

  channels.see({ channel: 'all', version: 7, json: JSON.stringify(doc({ placed: 4 })) });
  channels.change({ channel: 'all', from: 7, to: 8, changes: diff(doc({ placed: 4 }), doc({ placed: 5 })) });
  expect(viewOf(docs)).toEqual({ placed: 5 });
});

test('a view that is like the last one leaves every part in place', () => {
  const docs: Record<string, Doc> = {};
  const channels = new Channels(
    docs,
    { all: { version: 1, doc: doc({ now: { text: 'Tea', poles: ['a', 'b'] } }) } },
    () => {}
  );
  const before = viewOf(docs);
  channels.see({ channel: 'all', version: 2, json: JSON.stringify(doc({ now: { text: 'Tea', poles: ['a', 'b'] } })) });
  expect(viewOf(docs)).toBe(before);
});

test('whatever patches get lost, the page ends up with what the server shows', () => {
  const view = fc.dictionary(fc.constantFrom('ana', 'bo', 'chidi'), fc.nat(3), { maxKeys: 3 });
  fc.assert(
    fc.property(fc.array(fc.record({ view, lost: fc.boolean() }), { maxLength: 20 }), (steps) => {
      const docs: Record<string, Doc> = {};
      let server = doc({});
      let version = 0;
      const see = () => channels.see({ channel: 'all', version, json: JSON.stringify(server) });
      const channels = new Channels(docs, { all: { version, doc: doc({}) } }, see);
      for (const { view, lost } of steps) {
        const next = doc(view);
        const patch = { channel: 'all', from: version, to: version + 1, changes: diff(server, next) };
        server = next;
        version += 1;
        if (!lost) channels.change(patch);
      }
      if (steps.at(-1)?.lost) channels.change({ channel: 'all', from: version, to: version + 1, changes: [] });
      // A last, empty patch finds the gap; then both must agree.
      expect(docs.all).toEqual(server);
    })
  );
});
