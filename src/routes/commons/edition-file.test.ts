import { describe, expect, it } from 'vitest';
import { edition } from '../../../tests/support/editions.ts';
import { editionFile } from './edition-file.ts';

describe('an edition as a file', () => {
  it.each([
    ['md', 'text/markdown; charset=utf-8'],
    ['csv', 'text/csv; charset=utf-8; header=present'],
    ['json', 'application/json; charset=utf-8']
  ] as const)('says what it is as .%s, is kept and never run', (format, type) => {
    const { headers } = editionFile(edition({ title: '<script>\r\nX: y' }), format);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="script X y\\.${format}"`));
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is the canonical document as JSON', async () => {
    expect(await editionFile(edition(), 'json').json()).toEqual(edition());
  });

  it('begins with a byte order mark as CSV, so that spreadsheets read its letters', async () => {
    const bytes = new Uint8Array(await editionFile(edition(), 'csv').arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
