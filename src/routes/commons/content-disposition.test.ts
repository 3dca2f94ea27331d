import { describe, expect, it } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

const NASTY = [
  'Nachbarschaft & Gärten – ein Abend',
  '"; filename="evil.exe',
  'a\r\nSet-Cookie: plenary_account=mine',
  '../../etc/passwd',
  '..\\..\\windows\\system32',
  '/absolute/path',
  'CON',
  'nul',
  'com1',
  '.htaccess',
  '-rf',
  '',
  '   ',
  '🧵🪢',
  '協同の日',
  'يوم التعاون',
  'a\u0000b',
  '\u202Egpj.exe',
  'x'.repeat(5_000),
  '🧵'.repeat(500),
  '\uD800 half a pair',
  "it's (a) *star*",
  '%2e%2e%2f',
  'semi;colon=yes, comma'
];

const SHAPE = /^attachment; filename="([A-Za-z0-9][A-Za-z0-9 -]*)\.md"; filename\*=UTF-8''([A-Za-z0-9%_.!~-]+)\.md$/;

describe('the name of a download', () => {
  it.each(NASTY)('stays one plain header value for %j', (title) => {
    const value = contentDisposition(title, 'md');
    const [, plain = '', full = ''] = SHAPE.exec(value) ?? [];
    expect(value).toMatch(SHAPE);
    expect(plain.length).toBeLessThanOrEqual(90);
    expect(decodeURIComponent(full)).not.toMatch(/["\\/\p{Cc}\p{Cf}]|\.\.|^[.-]/u);
    expect(new Headers({ 'content-disposition': value }).get('content-disposition')).toBe(value);
  });

  it('keeps the letters of every script in the full name', () => {
    expect(contentDisposition('協同の日', 'csv')).toBe(
      `attachment; filename="XieTongnoRi.csv"; filename*=UTF-8''${encodeURIComponent('協同の日')}.csv`
    );
  });

  it.each([
    ['Gärten für Łódź', 'Garten fur Lodz'],
    ['Größe zählt', 'Grosse zahlt'],
    ['Ærø', 'Aero'],
    ['حديقة', 'hdyqh'],
    ['Ωμέγα и Київ', 'Omega i Kiiv']
  ])('gives older programs “%s” in Latin letters', (title, plain) => {
    expect(contentDisposition(title, 'json')).toContain(`filename="${plain}.json"`);
  });

  it('never is a name that Windows keeps for itself', () => {
    expect(contentDisposition('Con', 'md')).toContain('filename="harvest Con.md"');
  });
});
