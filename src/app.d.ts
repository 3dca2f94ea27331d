import type { NoteGone } from '#server/edition-api.ts';
import type { Account, Pass, Plenary } from '#server/page-api.ts';
import type { Surface } from '#wire/messages.ts';

declare global {
  namespace App {
    interface Locals {
      plenary: Plenary;
      /** Set when the store could not be asked: the answer is then 503. */
      away?: boolean;
      /** Who is signed in. Throws where that cannot be read just now. */
      account: Account | null;
      /** Who somebody is on a surface of a gathering: what the live connection will say of them, too. */
      pass(gathering: string, surface: Surface): Promise<Pass | null>;
    }
    interface Error {
      /** Found again in the log of the server. */
      id?: string;
      /** What is said of a note that is gone, for programs. */
      gone?: NoteGone;
      /** A form that came from elsewhere: the origin its browser told, and the one that pages of this house have. */
      origins?: { seen: string | null; expected: string };
    }
  }
}

export {};
