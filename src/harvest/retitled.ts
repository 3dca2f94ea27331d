import { getOwn } from '#contract/get-own.ts';
import { everyBranch } from '#contract/outline-notes.ts';
import type { Retitled, SeenBlock, SeenBranch, SeenHead, SeenTitle } from './document.ts';

/** What those who lead call questions and headings for readers, by the place: a block, or `block/branch`. HD13. */
export type Titles = Readonly<Record<string, string>>;

/**
 * Blocks with these titles beside what the room was shown. A question stands in several places, as under each table that
 * talked about it: it has its title in all of them, or readers would take it for two.
 */
export function retitled(blocks: readonly SeenBlock[], titles: Titles): SeenBlock[] {
  if (Object.keys(titles).length === 0) return [...blocks];
  const ofQuestions = new Map(
    blocks
      .flatMap(questionsIn)
      .toReversed()
      .flatMap(({ place, asked }) => {
        const title = getOwn(titles, place);
        return title === undefined ? [] : [[keyOf(asked), title] as const];
      })
  );
  return blocks.map((block): SeenBlock => {
    if (block.kind === 'continuum') return { ...block, ...titled(block.id, block.statement) };
    const title: SeenTitle = { ...block.title, ...titled(block.id, askedIn(block.title)) };
    if (block.kind === 'table') return { ...block, title };
    return { ...block, title, branches: block.branches.map((branch) => inBranch(branch, block.id)) };
  });

  function inBranch({ branches, ...branch }: SeenBranch, block: string): SeenBranch {
    const { head } = branch;
    const title = takesTitle(head) ? titled(`${block}/${branch.id}`, askedIn(head)) : {};
    return {
      ...branch,
      head: { ...head, ...title } as SeenHead,
      ...(branches && { branches: branches.map((each) => inBranch(each, block)) })
    };
  }

  function titled(place: string, asked: string | null | undefined): Retitled {
    const title = getOwn(titles, place) ?? (asked == null ? undefined : ofQuestions.get(keyOf(asked)));
    return title === undefined ? {} : { retitled: title };
  }
}

/** Who spoke is called by their name or number, and the ends of a line as the room saw them. */
export const takesTitle = ({ kind }: SeenHead): boolean => kind !== 'speaker' && kind !== 'side';

/** What somebody typed as a question; undefined where a heading is none, null where its words were withdrawn. */
export function askedIn(head: SeenHead | SeenTitle): string | null | undefined {
  if ('text' in head) return head.text;
  if ('question' in head) return head.question ?? undefined;
  return 'topic' in head ? (head.topic ?? undefined) : undefined;
}

function questionsIn(block: SeenBlock): { place: string; asked: string }[] {
  const headings: { place: string; asked: string | null | undefined }[] =
    block.kind === 'continuum'
      ? [{ place: block.id, asked: block.statement }]
      : [
          { place: block.id, asked: askedIn(block.title) },
          ...(block.kind === 'outline' ? everyBranch(block.branches) : []).map(({ id, head }) => ({
            place: `${block.id}/${id}`,
            asked: askedIn(head)
          }))
        ];
  return headings.flatMap(({ place, asked }) => (asked == null ? [] : [{ place, asked }]));
}

/** In an edition that is being made, references stand where words will be: the same question is the same reference. */
const keyOf = (asked: string): string => JSON.stringify(asked);
