import { expect, test } from 'vitest';
import { BadSetting, readSettings } from './settings.ts';

test('without any setting Plenary opens on port 3000 for the whole room, with its data beside it', () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: '0.0.0.0',
    data: './data',
    redisUrl: null,
    origin: null,
    trustProxy: 0,
    metricsToken: null,
    browser: null
  });
});

test('an empty setting is none', () => {
  expect(readSettings({ PORT: '', PLENARY_ORIGIN: ' ' })).toMatchObject({ port: 3000, origin: null });
});

test('port 0 lets the system choose', () => {
  expect(readSettings({ PORT: '0' }).port).toBe(0);
});

test('a browser is one that is there, or none', () => {
  expect(readSettings({ PLENARY_BROWSER: 'none' }).browser).toBe('none');
  expect(readSettings({ PLENARY_BROWSER: process.execPath }).browser).toBe(process.execPath);
});

test('an origin is kept without its closing slash', () => {
  expect(readSettings({ PLENARY_ORIGIN: 'https://plenary.example.org/' }).origin).toBe('https://plenary.example.org');
});

test.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ PORT: '3e3' }, 'PORT'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
  [{ TRUST_PROXY: '-1' }, 'TRUST_PROXY'],
  [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL'],
  [{ PLENARY_ORIGIN: 'plenary.example.org' }, 'PLENARY_ORIGIN'],
  [{ PLENARY_ORIGIN: 'https://example.org/plenary' }, 'PLENARY_ORIGIN'],
  [{ PLENARY_BROWSER: '/no/such/browser' }, 'PLENARY_BROWSER'],
  [{ PLENARY_METRICS_TOKEN: 'short' }, 'PLENARY_METRICS_TOKEN']
])('%j is refused with one line that names it', (environment, name) => {
  const read = () => readSettings(environment);
  expect(read).toThrow(BadSetting);
  expect(read).toThrow(new RegExp(`^${name} .*must be .*$`));
});

test('no refusal repeats a password', () => {
  expect(() => readSettings({ REDIS_URL: 'http://:hunter2@example.org' })).toThrow(/^(?!.*hunter2).*$/);
});
