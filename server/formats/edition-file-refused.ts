import { refuse, type Refusal } from '#contract/method.ts';

/** Why a file that somebody brings is no edition that this house can show. */
export type WhyRefused =
  | 'file-too-large'
  | 'file-damaged'
  | 'file-leaves-its-place'
  | 'not-an-edition'
  | 'edition-of-another-version'
  | 'edition-needs-its-photos'
  | 'photo-damaged';

export class EditionFileRefused extends Error {
  readonly refusal: Refusal;
  constructor(why: WhyRefused, about?: Record<string, string | number>) {
    super(why);
    this.refusal = refuse(why, about);
  }
}
