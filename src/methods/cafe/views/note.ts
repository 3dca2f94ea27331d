import type { Photo } from '#contract/photo.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import type { NoteKind } from '../limits.ts';

export type NoteView = {
  kind: NoteKind;
  /** Null for a photo. */
  text: Text | null;
  /** One level: a note may say more about another. */
  parent: string | null;
  /** Rising with time. */
  order: number;
  table: string;
  round: number;
  gem: boolean;
  /** Marked by the host of the table, a scribe, a helper or a facilitator. */
  star: boolean;
  /** `waiting`: not looked at yet. `hidden`: not on the wall; its author is told. */
  state: 'waiting' | 'shown' | 'hidden';
  /** It was folded into this one. */
  mergedInto: string | null;
  /** A photo of the sheet: fetched by this name, never sent along. */
  photo: Photo | null;
  /**
   * Rises with each change of wording. A change names the wording it was based on, so that no other is overwritten
   * unread.
   */
  rev: number;
};

export type NoteSeen = Seen<NoteView>;
