import type { Edition, SeenBlock } from '#harvest/document.ts';
import { orWithdrawn } from '#harvest/sentence.ts';
import { questionOf, summariesOf, titleOf } from '#harvest/outline.ts';
import { harvest } from '#words/index.ts';
import { licenceUrl } from './licence-url.ts';

/**
 * The edition for machines that read pages, as schema.org says it. No character of it can end the element it stands in
 * or needs an entity there.
 */
export function jsonLd(edition: Edition, url: string): string {
  const { gathering } = edition;
  const parts = edition.blocks.flatMap(inShort);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    '@id': url,
    name: edition.title,
    ...(edition.summary === null ? {} : { abstract: edition.summary }),
    version: edition.version,
    datePublished: edition.publishedAt,
    inLanguage: gathering.language,
    license: licenceUrl(edition.licence) ?? edition.licence,
    creditText: edition.attribution,
    isAccessibleForFree: true,
    about: edition.blocks.map(questionOf).flatMap((name) => (name === null ? [] : [{ '@type': 'Question', name }])),
    ...(parts.length > 0 && { hasPart: parts }),
    recordedAt: {
      '@type': 'Event',
      name: gathering.name,
      startDate: gathering.held.from,
      endDate: gathering.held.to,
      ...(gathering.place === null ? {} : { location: { '@type': 'Place', name: gathering.place } })
    },
    encoding: { '@type': 'MediaObject', encodingFormat: 'application/json', contentUrl: `${url}.json` }
  };
  return JSON.stringify(data).replace(/[<>&]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What those who led say in short of a block or a part of it. */
const inShort = (block: SeenBlock) =>
  summariesOf(block, harvest).map(({ path, text }) => ({
    '@type': 'CreativeWork',
    name: [orWithdrawn(titleOf(block), harvest), ...path].join(' › '),
    abstract: text
  }));
