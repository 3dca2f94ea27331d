import type { ParamMatcher } from '@sveltejs/kit';

/** The formats in which an edition can be taken away. */
const FORMATS = ['md', 'csv', 'json', 'jsonld', 'docx', 'xlsx', 'pdf', 'letter.pdf', 'zip', 'ics'] as const;
type Format = (typeof FORMATS)[number];

export const match = ((ending: string): ending is Format =>
  (FORMATS as readonly string[]).includes(ending)) satisfies ParamMatcher;
