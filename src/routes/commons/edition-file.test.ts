import { describe, expect, it } from 'vitest';
import { edition, sheet } from '../../../tests/support/editions.ts';
import { commons } from '#words/index.ts';
import { editionFile } from './edition-file.ts';

const render = () => Promise.resolve(new Uint8Array([1]));
const archive = () => Promise.resolve(new Response('zip').body);
const none = () => Promise.resolve(null);
const files = { render, archive, print: render, prints: true, png: render };
const from = { files, origin: 'https://plenary.example', photo: none, url: null };

describe('an edition as a file', () => {
  it.each([
    ['md', 'text/markdown; charset=utf-8'],
    ['csv', 'text/csv; charset=utf-8; header=present'],
    ['json', 'application/json; charset=utf-8'],
    ['jsonld', 'application/ld+json'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['pdf', 'application/pdf'],
    ['letter.pdf', 'application/pdf'],
    ['zip', 'application/zip'],
    ['ics', 'text/calendar; charset=utf-8']
  ] as const)('says what it is as .%s, is kept and never run', async (format, type) => {
    const { headers } = await editionFile(edition({ title: '<script>\r\nX: y' }), format, from);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="script X y\\.${format}"`));
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is the canonical document as JSON', async () => {
    expect(await (await editionFile(edition(), 'json', from)).json()).toEqual(edition());
  });

  it('begins with a byte order mark as CSV, so that spreadsheets read its letters', async () => {
    const bytes = new Uint8Array(await (await editionFile(edition(), 'csv', from)).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it.each(['md', 'csv'] as const)('has photos where a file that lies alone finds them, as .%s', async (format) => {
    const text = await (await editionFile(edition({ blocks: [sheet] }), format, from)).text();
    expect(text).toContain('https://plenary.example/commons/a-day-of-cooperation/photo/k3x9.jpg');
  });

  it.each(['Łódź', 'Größe', 'حديقة'])('keeps the letters of %s in its name', async (title) => {
    const { headers } = await editionFile(edition({ title }), 'docx', from);
    expect(headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(title)}.docx`);
  });

  it('says how to print where this Plenary has no browser', async () => {
    const answer = await editionFile(edition(), 'pdf', { ...from, files: { ...files, prints: false } });
    expect([answer.status, await answer.text()]).toEqual([404, commons.print]);
  });

  it('asks to come again where too many files are being made', async () => {
    const busy = { ...from, files: { ...files, render: none } };
    const { status, headers } = await editionFile(edition(), 'xlsx', busy);
    expect([status, headers.get('retry-after')]).toEqual([503, '10']);
  });
});
