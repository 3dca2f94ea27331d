import { escaped } from '../drawn-text.ts';
import type { NotePiece } from '../pieces/piece.ts';

type LinkTo = (address: string) => string;

/** Notes as nested lists, each with its number as a link to where `at` says. */
export function noteList(notes: readonly NotePiece[], at: LinkTo): string {
  const [first] = notes;
  if (!first) return '';
  const items: { note: NotePiece; under: NotePiece[] }[] = [];
  for (const note of notes) {
    const last = items.at(-1);
    if (last && note.level > first.level) last.under.push(note);
    else items.push({ note, under: [] });
  }
  return ['<ul class="notes">', ...items.map(({ note, under }) => item(note, noteList(under, at), at)), '</ul>'].join(
    '\n'
  );
}

function item({ number, address, mark, text, photo, where, standing }: NotePiece, under: string, at: LinkTo): string {
  const said = [
    ...(mark === null ? [] : [`<strong>${escaped(mark)}</strong>`]),
    ...(text === '' ? [] : [`<span class="text">${escaped(text)}</span>`]),
    ...(where === null ? [] : [`<small>(${escaped(where)})</small>`])
  ].join(' ');
  return [
    `<li id="${address}"><div dir="auto"><a class="nth" href="${escaped(at(address))}">${number}</a> ${said}</div>`,
    ...(photo ? [picture(photo)] : []),
    ...standing.map((told) => `<div dir="auto"><em>${escaped(told)}</em></div>`),
    ...(under === '' ? [] : [under]),
    '</li>'
  ].join('\n');
}

/** Its address is checked by the schema: letters, digits, dashes and slashes. */
function picture({ picture: { address, size }, alt }: NonNullable<NotePiece['photo']>): string {
  const room = size ? ` width="${size.width}" height="${size.height}"` : '';
  return `<img src="${address}" alt="${escaped(alt)}" loading="lazy"${room}>`;
}
