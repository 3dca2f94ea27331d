const CHARACTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
const LENGTH = 26;
const ID_LENGTH = 16;
// The largest multiple of 36 in a byte: taking more would make the first characters likelier.
const FAIR = 252;

/** A name for one page load or one rendered form: 26 characters of 0-9a-z, 134 random bits. */
export function newDevice(): string {
  let device = '';
  while (device.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      if (byte < FAIR && device.length < LENGTH) device += CHARACTERS[byte % CHARACTERS.length];
    }
  }
  return device;
}

/** A name for one thing that is made here, such as a note: 16 characters of 0-9a-z, 82 random bits. */
export const newId = (): string => newDevice().slice(0, ID_LENGTH);
