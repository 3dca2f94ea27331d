import * as v from 'valibot';
import type { Edition } from './document.ts';
import { editionSchema } from './edition-schema.ts';

/** The canonical document, keys in the order of the schema, so that two versions differ only where they differ. */
export const json = (edition: Edition): string => `${JSON.stringify(v.parse(editionSchema, edition), null, 2)}\n`;
