import { getOwn } from '#contract/get-own.ts';
import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { isLead, type Role } from '#contract/method.ts';
import { notedIn } from '#gathering/noted.ts';
import { madeOf, readAs, wordingOf } from '#gathering/split-notes.ts';
import { isPhoto } from '#contract/photo.ts';
import { everyBranch, notesIn } from '#contract/outline-notes.ts';
import { withAppendix } from '#harvest/appendix.ts';
import { originsOf, type Origin } from '#harvest/arranged.ts';
import type { SeenBlock } from '#harvest/document.ts';
import { isFilled } from '#harvest/edition-schema.ts';
import { addressesIn } from '#harvest/note-addresses.ts';
import { headingsOnly } from '#harvest/headings-only.ts';
import { tidied, titleOf, whereOf } from '#harvest/outline.ts';
import { withPictures } from '#harvest/pictures.ts';
import { splitApart } from '#harvest/split.ts';
import { worded } from '#harvest/worded.ts';
import { harvestWordsOf } from '#methods/index.ts';
import { harvest } from '#words/index.ts';
import type { Desk, DeskNote } from '../edition-api.ts';
import { streamOf } from '../hosting/hosted-gatherings.ts';
import { activitiesOf, harvestByActivity } from './edition.ts';
import { splitsOf } from './harvest-arrangement.ts';
import { simulatedTexts, withoutNotesOf, wordsWithout } from './simulated-texts.ts';

/**
 * All notes as they were written, or as their parts say them, whatever else became of them since: that is told live.
 * While the gathering goes on, those of its draft (HD12). For a helper, once it has closed, those that nobody wrote on a
 * phone of their own: CO2.
 */
export async function deskOf(
  gathering: string,
  host: Host,
  role: Role,
  { vault, rules }: { vault: Vault; rules: Rules }
): Promise<Desk | null> {
  const ledger = host.ledger();
  const { phase, corrections, people, splits } = ledger.gathering;
  const leads = isLead(role);
  if (phase !== 'closed' && !leads) return null;
  const noted = notedIn(ledger, rules);
  const unkept = await simulatedTexts(ledger, streamOf(gathering), vault);
  const left = harvestByActivity(host, rules);
  const activityOf = activitiesOf(left);
  const bare = withoutNotesOf(
    left.flatMap(({ blocks }) => blocks),
    unkept
  );
  const photos = new Map(
    notesIn(bare).flatMap(({ id, photo }) =>
      isPhoto(photo) && !unkept.has(photo.photo) ? [[readAs(ledger.gathering, id)[0] ?? id, photo.photo]] : []
    )
  );
  const split = splitApart(withPictures(bare, new Map()), splitsOf(ledger.gathering));
  const all = worded(wordsWithout(split, unkept, host) as SeenBlock[], harvestWordsOf);
  // Nobody writes in short about figures alone.
  const blocks = withAppendix(all, false, harvest);
  const origins = originsOf(blocks);
  return {
    notes: blocks.flatMap(notesOf),
    places: tidied(blocks).map((block) => ({ activity: activityOf(block.id), block: headingsOnly(block) })),
    groups: blocks.flatMap(groupsIn)
  };

  function notesOf(block: SeenBlock): DeskNote[] {
    return addressesIn([block]).flatMap((note) => {
      const origin = origins.get(note);
      const photo = photos.get(note) ?? null;
      // Nobody reads what its writer took back, those who lead neither.
      const isTakenBack = leads && corrections[note]?.leftOut?.by === 'author';
      const words = isTakenBack ? null : (origin?.note.text ?? null);
      if (!origin || (words === null && (photo === null || isTakenBack))) return [];
      if (!leads && !isWithoutPhone(noted(note)?.writer())) return [];
      const activity = activityOf(block.id);
      return [{ ...placeOf(block, origin), activity, note, words, photo, whole: wholeOf(note) }];
    });
  }

  function wholeOf(part: string): string | null {
    const whole = madeOf(ledger.gathering, part).at(-1);
    const text = whole === undefined ? null : (noted(whole)?.text ?? null);
    if (whole === undefined || wordingOf(text) === getOwn(splits, whole)?.of) return null;
    return wordsWithout(text, unkept, host) as string | null;
  }

  function isWithoutPhone(person: string | null | undefined): boolean {
    return person == null || people[person]?.via === 'walk-in';
  }
}

const placeOf = (
  block: SeenBlock,
  { note, from }: Origin
): Omit<DeskNote, 'activity' | 'note' | 'words' | 'whole' | 'photo'> => ({
  where: whereOf({ ...note, from }, [], harvest) ?? '',
  block: block.id,
  question: titleOf(block) ?? harvest.withdrawn,
  table: note.table ?? null,
  isReason: block.kind === 'continuum'
});

/** What the room itself put together and named. */
function groupsIn(block: SeenBlock): Desk['groups'] {
  if (block.kind !== 'outline') return [];
  return everyBranch(block.branches).flatMap(({ head, notes }) =>
    isFilled(head) && head.kind === 'theme' && head.name !== null && notes.length > 0
      ? [{ name: head.name, notes: notes.map(({ id }) => id) }]
      : []
  );
}
