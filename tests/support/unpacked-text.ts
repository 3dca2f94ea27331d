import { unzipSync } from 'fflate';

/** A file as text, with all that is packed in it. */
export const unpackedText = (file: Uint8Array): string =>
  isZip(file) ? Object.values(unzipSync(file)).map(unpackedText).join('\n') : new TextDecoder().decode(file);

const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;
