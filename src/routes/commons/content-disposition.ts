import anyAscii from 'any-ascii';

const LETTERS_AT_MOST = 80;
/** Names that Windows keeps for itself, whatever the ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The value of Content-Disposition for a file named after typed text: a name in Latin letters for old programs and the
 * full one after RFC 6266. An attacker would try to leave the quotes, begin a new header, climb folders or hide the
 * ending; no character that could do so survives.
 */
export function contentDisposition(title: string, ending: string): string {
  const name = fileName(title);
  const plain = anyAscii(name)
    .replace(/[^A-Za-z0-9 -]+/g, '')
    .slice(0, LETTERS_AT_MOST);
  return `attachment; filename="${kept(plain)}.${ending}"; filename*=UTF-8''${encoded(kept(name))}.${ending}`;
}

/** Letters, digits and single spaces or dashes of any script. */
function fileName(title: string): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}-]+/gu, ' ')
    .trim();
  return [...words].slice(0, LETTERS_AT_MOST).join('').trim();
}

function kept(name: string): string {
  const bare = name.replace(/^[ -]+|[ -]+$/g, '');
  if (bare === '') return 'harvest';
  return RESERVED.test(bare) ? `harvest ${bare}` : bare;
}

/** `encodeURIComponent` leaves these four, which RFC 8187 does not allow in a name. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
