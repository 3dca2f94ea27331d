import type { Say } from '#wire/messages.ts';

/**
 * 53 bits of a text, to tell whether a numbered command came again with other content. It guards against faulty
 * clients, not against forgers: nobody gains by colliding with themselves. (cyrb53, by bryc, public domain.)
 */
export function digest(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(36);
}

/** What a numbered command says, apart from its number. */
export const contentOf = ({ activity, command, input }: Say): string =>
  digest(JSON.stringify([activity, command, input]));
