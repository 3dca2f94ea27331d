import type { WhyLeftOut } from '#contract/why-left-out.ts';

/** As those who lead choose it, and as the address of a note that is gone tells it. */
export const whyLeftOut: Record<WhyLeftOut, string> = {
  'names-somebody': 'It names somebody.',
  'for-the-room': 'It was meant for the room only.',
  'said-twice': 'It was said twice.',
  'not-said': 'It is not what was said.'
};
