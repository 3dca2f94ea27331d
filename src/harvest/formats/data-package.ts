import type { Edition } from '../document.ts';
import { NUMBERS, type DataTable, type TableName } from '../data/data-table.ts';
import type { FileWords } from './file-words.ts';

/** Tables of what people wrote. */
const TEXTS: readonly TableName[] = ['notes', 'originals', 'summaries'];

/**
 * Says what stands in each column of each table, in the form that programs for open data read: `datapackage.json`.
 * Source: Data Package 1, specs.frictionlessdata.io.
 */
export function dataPackage(edition: Edition, tables: readonly DataTable[], { formats }: FileWords): string {
  const { slug, title, summary, version, licence, dataLicence, attribution, publishedAt } = edition;
  const document = {
    profile: 'tabular-data-package',
    name: slug,
    id: edition.id,
    title,
    ...(summary === null ? {} : { description: summary }),
    version: String(version),
    created: publishedAt,
    licenses: [...new Set([licence, dataLicence])].map((name) => ({ name })),
    contributors: [{ title: attribution, role: 'author' }],
    resources: tables.map(({ name, columns }) => ({
      profile: 'tabular-data-resource',
      name,
      path: `${name}.csv`,
      title: formats.tables[name].title,
      description: formats.tables[name].about,
      licenses: [{ name: TEXTS.includes(name) ? licence : dataLicence }],
      encoding: 'utf-8',
      schema: {
        fields: columns.map((column) => ({
          name: column,
          title: formats.columns[column].title,
          description: formats.columns[column].about,
          type: NUMBERS.includes(column) ? 'number' : 'string'
        })),
        missingValues: ['']
      }
    }))
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
