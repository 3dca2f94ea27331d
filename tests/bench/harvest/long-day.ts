import { createSeededRandom } from '../../../src/contract/testing/seeded-random.ts';
import { ARABIC, ENGLISH, GERMAN, SPANISH } from '../../../src/kit/likeness/testing/gold.ts';
import type { Edition, SeenBlock, SeenNote } from '../../../src/harvest/document.ts';
import { answers, edition, rounds, working } from '../../support/editions.ts';

const ACTIVITIES = 12;
const NOTES = 500;
const SEED = 1;
/** As phones make them. */
const PHOTO_BYTES = 150_000;

/** An edition of a long day: 500 notes in twelve activities, three of them lines and tables; `photos` of its notes are photos. */
export function longDay(slug: string, photos: number, notes = NOTES): Edition {
  const random = createSeededRandom(SEED);
  const words = [ENGLISH, SPANISH, GERMAN, ARABIC].flat(3).flatMap((text) => text.split(' '));
  const text = () => Array.from({ length: 4 + random.below(22) }, () => random.pick(words)).join(' ');
  const said = Array.from({ length: notes }, (_, nth): SeenNote => {
    const name = photoName(nth);
    const photo = { name, address: `${slug}/photo/${name}.jpg`, size: { width: 1600, height: 1200 } };
    const own = nth < photos ? { text: null, photo } : { text: text() };
    return {
      id: `note${nth}of${slug}`.replace(/-/g, '').slice(0, 40),
      table: 1 + (nth % 20),
      round: 1 + (nth % 3),
      notes: [],
      ...own
    };
  });
  const outlines = Array.from({ length: ACTIVITIES - 3 }, (_, nth): SeenBlock => {
    const own = said.filter((_note, index) => index % (ACTIVITIES - 3) === nth);
    const themes = Array.from({ length: 6 }, (_theme, theme) => ({
      id: `theme${theme}`,
      head: { kind: 'theme', name: text() } as const,
      notes: own.filter((_note, index) => index % 6 === theme)
    }));
    return {
      kind: 'outline',
      id: `block${nth}`,
      of: 'cafe',
      title: { kind: 'question', text: text() },
      branches: themes,
      figures: [{ code: 'notes', value: own.length }]
    };
  });
  return edition({ slug, id: `id of ${slug}`, blocks: [working, ...outlines, answers, rounds] });
}

export const photoName = (nth: number): string => `photo${nth}`;

/** A JPEG of 1600 by 1200 as far as its frame says, as long as a photo and no easier to pack. */
export function photoOf(nth: number): Uint8Array {
  const random = createSeededRandom(nth);
  const frame = [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0x04, 0xb0, 0x06, 0x40, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2];
  const photo = new Uint8Array(PHOTO_BYTES).map(() => random.below(255));
  photo.set(frame);
  photo.set([0xff, 0xd9], PHOTO_BYTES - 2);
  return photo;
}
