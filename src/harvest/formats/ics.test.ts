import { expect, test } from 'vitest';
import { edition } from '../../../tests/support/editions.ts';
import { ics } from './ics.ts';

/** Lines as a calendar reads them: a blank at the beginning goes on with the line before. */
const linesOf = (file: string): string[] => file.replace(/\r\n[ \t]/g, '').split('\r\n');
const held = edition().gathering;
const named = (name: string, place: string | null = null) =>
  linesOf(ics(edition({ gathering: { ...held, name, place } }), 'https://plenary.example/commons/a-day'));

test('the entry has the instants the gathering was held at, wherever it is read', () => {
  const lines = linesOf(ics(edition(), 'https://plenary.example/commons/a-day'));
  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      'DTSTART:20261121T160500Z',
      'DTEND:20261121T233000Z',
      'DTSTAMP:20261122T093000Z',
      'SUMMARY:Cooperation day',
      'LOCATION:Chicago',
      'UID:urn:plenary:harvest:k3x9',
      'END:VCALENDAR'
    ])
  );
  expect(lines.find((line) => line.startsWith('URL'))).toContain('https://plenary.example/commons/a-day');
});

test('the same edition is the same entry, byte for byte', () => {
  expect(ics(edition(), null)).toBe(ics(edition(), null));
});

test.each(['حديقة للجميع', '👩‍👩‍👧‍👦 together', 'x'.repeat(140), 'مرحبا '.repeat(30).trim()])(
  '%s is there letter for letter, in lines that a calendar reads',
  (name) => {
    const file = ics(edition({ gathering: { ...held, name } }), null);
    expect(linesOf(file)).toContain(`SUMMARY:${name}`);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
);

test('nothing that was typed begins a line of its own', () => {
  const lines = named('one\r\nATTENDEE:mailto:eve@example.org', 'here\nBEGIN:VALARM; a, b');
  expect(lines.filter((line) => /^(ATTENDEE|BEGIN:VALARM)/.test(line))).toEqual([]);
  expect(lines).toContain('LOCATION:here\\nBEGIN:VALARM\\; a\\, b');
});

test('a time that is one moment has no end', () => {
  const at = { ...held.held, to: held.held.from };
  const file = ics(edition({ gathering: { ...held, held: at } }), null);
  expect(file).not.toContain('DTEND');
});
