import type { Ledger } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import type { Host } from '#gathering/host.ts';
import { resolve, textsIn } from '#gathering/validate.ts';
import { photosIn, type BareBlock } from '#harvest/pictures.ts';

type Branch = Extract<BareBlock, { kind: 'outline' }>['branches'][number];
type Note = Branch['notes'][number];

/**
 * What simulated people typed beside real ones: no edition holds it. Methods leave out what is theirs in their rules;
 * words also travel where a rule does not look, as a line that those who lead took up, a card that names its group, or
 * a note that a simulated scribe wrote on. The vault knows whose words they are, so it is asked once for all of them.
 */
export async function simulatedTexts({ gathering }: Ledger, stream: string, vault: Vault): Promise<Set<string>> {
  if (isPlayed({ gathering })) return new Set();
  const simulated = Object.entries(gathering.people).flatMap(([person, { rehearsed }]) => (rehearsed ? [person] : []));
  const owned = await Promise.all(simulated.map((person) => vault.owned(stream, person)));
  return new Set(owned.flat());
}

/** Whether what is kept is a rehearsal's: it was convened as one, or nobody but simulated people came. */
export function isPlayed({ gathering }: Pick<Ledger, 'gathering'>): boolean {
  const people = Object.values(gathering.people);
  return gathering.rehearsal || (people.length > 0 && people.every(({ rehearsed }) => rehearsed));
}

/** Words in place of references, but for these texts, which are null as withdrawn ones are. */
export function wordsWithout(value: unknown, texts: ReadonlySet<string>, host: Pick<Host, 'words'>): unknown {
  return resolve(value, {
    text: (text) => (texts.has(text) ? null : (host.words({ text }) as string | null)),
    writing: (writing) => {
      const real = writing.filter((piece) => !texts.has(piece));
      return real.length < writing.length && real.length === 0
        ? null
        : (host.words({ writing: real }) as string | null);
    }
  });
}

/**
 * Blocks without the notes that hold nothing but these texts: without their words they would be counted among those that
 * were taken back. One under which others wrote stays for them.
 */
export function withoutNotesOf(blocks: readonly BareBlock[], texts: ReadonlySet<string>): BareBlock[] {
  if (texts.size === 0) return [...blocks];
  const dropped = new Set<string>();
  const inNotes = (notes: readonly Note[]): Note[] =>
    notes.flatMap((note) => {
      const under = inNotes(note.notes);
      const own = [...textsIn(note.text), ...photosIn(note.photo)];
      const isKept = under.length > 0 || own.length === 0 || own.some((id) => !texts.has(id));
      if (!isKept) dropped.add(note.id);
      return isKept ? [{ ...note, notes: under }] : [];
    });
  const inBranch = (branch: Branch): Branch => ({
    ...branch,
    notes: inNotes(branch.notes),
    ...(branch.branches && { branches: branch.branches.map(inBranch) })
  });
  const pointing = (branch: Branch): Branch => ({
    ...branch,
    ...(branch.index && { index: branch.index.filter((note) => !dropped.has(note)) }),
    ...(branch.branches && { branches: branch.branches.map(pointing) })
  });
  const each =
    (change: (branch: Branch) => Branch) =>
    (block: BareBlock): BareBlock =>
      block.kind === 'outline' ? { ...block, branches: block.branches.map(change) } : block;
  return blocks.map(each(inBranch)).map(each(pointing));
}
