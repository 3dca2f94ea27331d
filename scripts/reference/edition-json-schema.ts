import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { SCHEMA_VERSION } from '#harvest/document.ts';
import { editionSchema } from '#harvest/edition-schema.ts';

/** Where it lies in the repository and, without `static`, on every Plenary, for as long as editions have this shape. */
export const EDITION_SCHEMA_PATH = `static/schema/edition-${SCHEMA_VERSION}.json`;

/**
 * The shape of an edition's JSON, as JSON Schema 7, which most programs read. Said of the same schema that checks each
 * document. What one field demands of another has no words there, and is left out.
 */
export function editionJsonSchema(): string {
  const shape = toJsonSchema(editionSchema as GenericSchema, {
    target: 'draft-07',
    ignoreActions: ['check', 'finite']
  });
  const about = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:plenary:schema:edition-${SCHEMA_VERSION}`,
    title: 'Edition',
    description:
      'What a gathering leaves behind, as Plenary publishes it. Beside this shape: every note and reason has an address of its own, an index points to notes of the same document, and each cell of a table is of the kind of its column.'
  };
  return `${JSON.stringify({ ...about, ...shape }, null, 2)}\n`;
}
