import { expect, test } from 'vitest';
import { expectedOrigin, createOriginCheck } from './origins.ts';

type Asked = Parameters<typeof expectedOrigin>[0];

const asking = (headers: Record<string, string>, encrypted = false) =>
  ({ headers, socket: { encrypted } }) as unknown as Asked;
const open = { origin: null, trustProxy: 0 };
const proxied = { origin: null, trustProxy: 1 };

test.each([
  ['what people typed counts', asking({ host: 'tea.local:3000' }), open, 'http://tea.local:3000'],
  ['encrypted here, it is https', asking({ host: 'tea.local' }, true), open, 'https://tea.local'],
  [
    'a stranger who says https is not believed',
    asking({ host: 'tea.local', 'x-forwarded-proto': 'https' }),
    open,
    'http://tea.local'
  ],
  ['a proxy is', asking({ host: 'tea.local', 'x-forwarded-proto': 'https' }), proxied, 'https://tea.local'],
  ['a proxy may say wss', asking({ host: 'tea.local', 'x-forwarded-proto': 'wss' }), proxied, 'https://tea.local'],
  [
    'two proxies make a list',
    asking({ host: 'tea.local', 'x-forwarded-proto': 'https, http' }),
    proxied,
    'https://tea.local'
  ],
  [
    'the usual port is not said',
    asking({ host: 'tea.local:443', 'x-forwarded-proto': 'https' }),
    proxied,
    'https://tea.local'
  ],
  [
    'the setting wins',
    asking({ host: '127.0.0.1:3000' }),
    { origin: 'https://tea.example', trustProxy: 1 },
    'https://tea.example'
  ]
])('%s', (_, request, reached, expected) => {
  expect(expectedOrigin(request, reached)).toBe(expected);
});

test('a refusal is told with nothing in it but addresses', () => {
  const lines: string[] = [];
  const fromHere = createOriginCheck({ origin: 'https://tea.example', trustProxy: 0 }, (line) => lines.push(line));
  expect(fromHere(asking({ origin: 'http://evil.example/ and more of it' }), 'form')).toBe(false);
  expect(fromHere(asking({ origin: 'https://tea.example' }), 'form')).toBe(true);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('more of it');
});
