import { when } from '#words/en.ts';
import type { Edition } from '../document.ts';
import type { FileWords } from './file-words.ts';

/** What an edition is, when it was held, and under which licence: for files that hold rows and nothing around them. */
export function aboutLines(edition: Edition, words: FileWords): { what: string; text: string }[] {
  const { gathering } = edition;
  const { lines } = words.formats;
  const published = when.day(edition.publishedAt);
  return [
    { what: lines.title, text: edition.title },
    { what: lines.gathering, text: gathering.name },
    { what: words.date, text: when.held(gathering.held) },
    ...(gathering.place === null ? [] : [{ what: words.place, text: gathering.place }]),
    { what: words.people, text: words.present(gathering.people) },
    ...(gathering.rehearsal ? [{ what: lines.rehearsal, text: words.rehearsal }] : []),
    ...(edition.summary ? [{ what: lines.summary, text: edition.summary }] : []),
    { what: lines.by, text: edition.attribution },
    { what: lines.licence, text: words.licence(edition.licence, edition.dataLicence) },
    { what: lines.version, text: words.formats.version(edition.version, published, edition.generator) }
  ];
}
