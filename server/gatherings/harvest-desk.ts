import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { isLead, type Role } from '#contract/method.ts';
import { writersIn } from '#gathering/note-writers.ts';
import { isPhoto } from '#contract/photo.ts';
import { everyBranch, notesIn } from '#contract/outline-notes.ts';
import { withAppendix } from '#harvest/appendix.ts';
import { originsOf, type Origin } from '#harvest/arranged.ts';
import type { SeenBlock } from '#harvest/document.ts';
import { isFilled } from '#harvest/edition-schema.ts';
import { addressesIn } from '#harvest/note-addresses.ts';
import { headOf, titleOf, whereOf } from '#harvest/outline.ts';
import { withPictures } from '#harvest/pictures.ts';
import { worded } from '#harvest/worded.ts';
import { harvestWordsOf } from '#methods/index.ts';
import { harvest } from '#words/index.ts';
import type { Desk, DeskNote } from '../edition-api.ts';
import { streamOf } from '../hosting/hosted-gatherings.ts';
import { harvestByActivity } from './edition.ts';
import { simulatedTexts, withoutNotesOf, wordsWithout } from './simulated-texts.ts';

/**
 * All notes of a closed gathering as they were written, whatever became of them since: that is told live. For a helper
 * those that nobody wrote on a phone of their own: CO2.
 */
export async function deskOf(
  gathering: string,
  host: Host,
  role: Role,
  { vault, rules }: { vault: Vault; rules: Rules }
): Promise<Desk | null> {
  const ledger = host.ledger();
  const { phase, corrections, people } = ledger.gathering;
  if (phase !== 'closed') return null;
  const leads = isLead(role);
  const writer = writersIn(ledger, rules);
  const unkept = await simulatedTexts(ledger, streamOf(gathering), vault);
  const left = harvestByActivity(host, rules);
  const activities = new Map(left.flatMap(({ activity, blocks }) => blocks.map(({ id }) => [id, activity])));
  const bare = withoutNotesOf(
    left.flatMap(({ blocks }) => blocks),
    unkept
  );
  const photos = new Map(
    notesIn(bare).flatMap(({ id, photo }) => (isPhoto(photo) && !unkept.has(photo.photo) ? [[id, photo.photo]] : []))
  );
  const all = worded(wordsWithout(withPictures(bare, new Map()), unkept, host) as SeenBlock[], harvestWordsOf);
  // Nobody writes in short about figures alone.
  const blocks = withAppendix(all, false, harvest);
  const origins = originsOf(blocks);
  return { notes: blocks.flatMap(notesOf), places: blocks.flatMap(placesIn), groups: blocks.flatMap(groupsIn) };

  function notesOf(block: SeenBlock): DeskNote[] {
    return addressesIn([block]).flatMap((note) => {
      const origin = origins.get(note);
      const photo = photos.get(note) ?? null;
      // Nobody reads what its writer took back, those who lead neither.
      const isTakenBack = leads && corrections[note]?.leftOut?.by === 'author';
      const words = isTakenBack ? null : (origin?.note.text ?? null);
      if (!origin || (words === null && (photo === null || isTakenBack))) return [];
      if (!leads && !isWithoutPhone(writer(note))) return [];
      return [{ ...placeOf(block, origin), activity: activities.get(block.id) ?? '', note, words, photo }];
    });
  }

  function isWithoutPhone(person: string | null | undefined): boolean {
    return person == null || people[person]?.via === 'walk-in';
  }
}

const placeOf = (
  block: SeenBlock,
  { note, from }: Origin
): Omit<DeskNote, 'activity' | 'note' | 'words' | 'photo'> => ({
  where: whereOf({ ...note, from }, [], harvest) ?? '',
  block: block.id,
  question: titleOf(block) ?? harvest.withdrawn,
  table: note.table ?? null,
  isReason: block.kind === 'continuum'
});

/** A block, and those of its headings that hold notes, where there are several. */
function placesIn(block: SeenBlock): Desk['places'] {
  const own = { place: block.id, title: titleOf(block) ?? harvest.withdrawn, isUnder: false };
  const branches = block.kind === 'outline' ? everyBranch(block.branches).filter(({ notes }) => notes.length > 0) : [];
  if (branches.length < 2) return [own];
  return [
    own,
    ...branches.map((branch) => ({
      place: `${block.id}/${branch.id}`,
      title: headOf(branch, harvest),
      isUnder: true
    }))
  ];
}

/** What the room itself put together and named. */
function groupsIn(block: SeenBlock): Desk['groups'] {
  if (block.kind !== 'outline') return [];
  return everyBranch(block.branches).flatMap(({ head, notes }) =>
    isFilled(head) && head.kind === 'theme' && head.name !== null && notes.length > 0
      ? [{ name: head.name, notes: notes.map(({ id }) => id) }]
      : []
  );
}
