import type { Refusal } from '#contract/method.ts';
import type { Held, Start, Licence, Periods } from '#gathering/state.ts';
import type { NamesInAgenda } from '#wire/messages.ts';
import type { Seen } from '#contract/typed-text.ts';
import type { Edition } from '#harvest/document.ts';
import type { Draw, Drawn, Dropped } from '#wire/ballot.ts';
import type { Answer, Doc, Surface } from '#wire/messages.ts';
import type { Grant, Pass } from './access/identity.ts';
import type { Commons, Correctable, Desk, Files, FormerWords, StaysOut, StoredAbout, TakeHome } from './edition-api.ts';

export type { Grant, Pass };

/**
 * All that pages may ask of the server: `locals.plenary`. Pages import these types and nothing else from here, because
 * SvelteKit's bundle and the server are two module graphs and would each hold a state of their own.
 */
export type Plenary = {
  readonly accounts: Accounts;
  readonly links: Links;
  readonly gatherings: Gatherings;
  readonly commons: Commons;
  readonly files: Files;
  /**
   * Takes in the JSON or the archive of an edition that was published elsewhere. Refusals: `file-too-large`,
   * `file-damaged`, `file-leaves-its-place`, `not-an-edition`, `edition-of-another-version`,
   * `edition-needs-its-photos`, `photo-damaged`, `address-taken`, `note-taken`, `taken-out`,
   * `too-busy`.
   */
  bringIn(account: Account, file: Uint8Array): Promise<{ slug: string } | Refusal>;
  /** What was brought in and is there, the newest first. */
  broughtInEditions(): Promise<BroughtIn[]>;
  /** For good. Refusals: `not-brought-in`. */
  takeOut(account: Account, slug: string): Promise<Refusal | null>;
  /** When the edition at this address was taken out, in milliseconds since 1970; null where it was not. */
  takenOut(slug: string): number | null;
  /** When the edition at this address was brought in, in milliseconds since 1970; null for one of a gathering here. */
  broughtIn(slug: string): number | null;
  readonly ballots: Ballots;
  /** Addresses that people in the venue can type, the best one first: `http://192.168.1.20:3000`. */
  addresses(): string[];
  /** What the cookies of a client open on a surface of a gathering. Null, too, for a person who was removed. */
  pass(surface: Surface, gathering: string, cookie: (name: string) => string | undefined): Promise<Pass | null>;
  /** Why the person with these cookies was removed from a gathering; null when they were not. */
  whyOut(gathering: string, cookie: (name: string) => string | undefined): Promise<'removed' | 'marked-double' | null>;
  /** Whether the store can be read and written. Answers within a second. */
  ready(): Promise<Readiness>;
  /**
   * Figures for Prometheus; null for a caller who may not have them. From another machine, through a proxy, and
   * wherever PLENARY_ORIGIN or TRUST_PROXY say that there is one, only the token opens them.
   */
  metrics(asks: { token: string | null; direct: boolean }): Promise<string | null>;
};

export type BroughtIn = { readonly slug: string; readonly title: string; readonly at: number };

export type Readiness = 'ready' | 'storage-full' | 'storage-away';

export type Account = { readonly id: string; readonly name: string; readonly email: string };

/** What a person would call their browser and machine: `Firefox`, `Linux`. Null where the browser does not say. */
export type BrowserName = { readonly browser: string | null; readonly system: string | null };

/** What a one-time link is for. It has a name where there is an account, and an address where a person was invited. */
export type AccountLink =
  | { readonly for: 'set-up' }
  | { readonly for: 'invitation'; readonly email: string }
  | { readonly for: 'reset'; readonly name: string; readonly email: string };

export type Invitation = {
  readonly id: string;
  readonly email: string;
  /** The name of the organizer who invited; null: the operator did, in the terminal. */
  readonly by: string | null;
  readonly expiresAt: number;
};

export type SignIn = {
  readonly id: string;
  readonly at: BrowserName;
  readonly begunAt: number;
  readonly here: boolean;
};

/**
 * Organizers of this Plenary. Refusals: `wrong-sign-in`, `wrong-password`, `too-many-tries`, `link-ended`,
 * `email-taken`, `email-unknown`, `not-understood`, and what is wrong with a new password (`Weakness`).
 */
export type Accounts = {
  /** What a one-time link is for; null once it was used, ended or ran out, and for what never was one. */
  link(token: string): Promise<AccountLink | null>;
  /**
   * Uses a one-time link up: makes an account, or gives one a new password, which ends all its sign-ins (then name and
   * email are not asked for). What is refused leaves the link as it was.
   */
  setUp(
    token: string,
    who: { name: string; email: string; password: string },
    browser?: string
  ): Promise<Grant | Refusal>;
  /**
   * `browser`: the User-Agent header; the list of signed-in devices tells them apart by it. `known`: the token of a
   * browser that signed in before; wrong guesses of others do not make it wait.
   */
  signIn(
    email: string,
    password: string,
    by?: { browser?: string; known?: string | undefined }
  ): Promise<Grant | Refusal>;
  /** Makes the browser of this sign-in a known one: what it stores from now on. Null when the sign-in ended. */
  know(token: string, known?: string): Promise<Grant | null>;
  signOut(token: string): Promise<void>;
  /** The account of a sign-in; null when it ended. `renewed`: set the cookie again. */
  whose(token: string): Promise<{ account: Account; renewed: Grant | null } | null>;
  /** True until the first organizer has an account. */
  fresh(): Promise<boolean>;
  /** All who organize here, by name. */
  all(): Promise<Account[]>;
  /** Invites an organizer by a link that works once, within seven days. It ends an earlier one for the same address. */
  invite(by: Account, email: string): Promise<{ token: string } | Refusal>;
  invitations(): Promise<Invitation[]>;
  endInvitation(id: string): Promise<void>;
  /** Where this account is signed in; `token` tells which sign-in is this browser. */
  signIns(account: Account, token: string): Promise<SignIn[]>;
  /** Signs one device out, or all devices of the account. */
  endSignIns(account: Account, id: string | 'all'): Promise<void>;
  /** Null when it was changed; every other device is signed out then. */
  changePassword(token: string, present: string, next: string): Promise<Refusal | null>;
};

export type LinkRole = 'facilitator' | 'helper' | 'viewer';

/** Role links: separate, revocable, 128 random bits; the code on the wall never grants more than joining. */
export type Links = {
  make(gathering: string, role: LinkRole): Promise<{ id: string; token: string } | Refusal>;
  /** Without the tokens, which are shown once: the store holds only their hashes. */
  list(gathering: string): Promise<{ id: string; role: LinkRole; madeAt: number }[]>;
  end(gathering: string, id: string): Promise<void>;
  /** What a token opens: for links, and for the personal tokens that phones hold. Null when ended or unknown. */
  pass(token: string): Promise<Pass | null>;
};

/**
 * A form's one-time number: rendered into the form, so that refresh and double click act once. 26 characters of 0-9a-z.
 */
export type FormDevice = string;

export type GatheringSummary = {
  id: string;
  title: string;
  phase: 'open' | 'closed';
  code: string | null;
  starts: Start;
  edition: string | null;
  /** Milliseconds since 1970: then all goes but the editions. Null while it is open. */
  keptUntil: number | null;
  /** The organizer it is offered to, who has not answered yet. */
  offeredTo: string | null;
};

/** A gathering that another organizer would like to hand over to this account. */
export type OfferedGathering = { id: string; title: string; from: string };

export type Gatherings = {
  /**
   * Makes a gathering that belongs to the account. `template`: a key of the templates in the words; null begins empty.
   */
  convene(
    account: Account,
    form: {
      device: FormDevice;
      title: string;
      place: string;
      starts: Start;
      licence: Licence;
      rehearsal: boolean;
      /** What is left out is as usual. */
      periods?: { [Name in keyof Periods]?: number | undefined };
      template: string | null;
    }
  ): Promise<{ gathering: string } | Refusal>;
  /** The newest first. */
  of(account: Account): Promise<GatheringSummary[]>;
  /**
   * Which gathering a typed code means: spaces, dashes and digits of other scripts are forgiven, and a key may follow
   * it. Takes up to some seconds where many wrong ones were tried. Refusals: `no-such-code` when there is none open,
   * `too-many-codes`.
   */
  byCode(typed: string): Promise<string | Refusal>;
  /**
   * What follows a code in an address, `482915+9x2m8`. It proves that the person was shown the address, so it always
   * opens at once.
   */
  keyOf(gathering: string): string;
  /**
   * Refusals: `no-such-code`, `gathering-closed`, `text-too-long`, `door-locked`, `full-house`, `door-busy`,
   * `joined-often`, `removed`. The same device joins once.
   */
  join(
    gathering: string,
    form: { device: FormDevice; name: string; rehearsed: boolean; browser?: string | null }
  ): Promise<(Grant & { person: string }) | Refusal>;
  /** What others would like this account to lead from now on. */
  offeredTo(account: Account): Promise<OfferedGathering[]>;
  /** Offers a gathering to another organizer; it stays whose it is until they accept. Null when it was done. */
  offer(account: Account, gathering: string, to: string): Promise<Refusal | null>;
  /** Takes an offer back, or declines it. */
  withdrawOffer(account: Account, gathering: string): Promise<void>;
  /** From here on this account leads the gathering, and the one that offered it does not. */
  acceptOffer(account: Account, gathering: string): Promise<Refusal | null>;
  /**
   * Where its agenda, as it stands, shows names of people: by the titles of its blocks. Null when there is no such
   * gathering.
   */
  names(gathering: string): Promise<Seen<NamesInAgenda> | null>;
  /** Why the person of this pass was removed, until a helper lets them in again; null for all others. */
  whyOut(pass: Pass): Promise<'removed' | 'marked-double' | null>;
  /** Whether the person of this pass had themselves erased: they join again as somebody new. */
  isErased(pass: Pass): Promise<boolean>;
  /**
   * Deletes a gathering for good, for the account that owns it: nothing of it is left but its editions. Null when it is
   * decided; its words leave the files within a moment.
   */
  remove(account: Account, gathering: string): Promise<Refusal | null>;
  isDeleted(gathering: string): boolean;
  /** May this account lead this gathering? */
  owns(account: Account, gathering: string): Promise<boolean>;
  /** What a channel (`all`, `board`, `console`, `person:…`) may know now; null when there is no such gathering. */
  view(gathering: string, channel: string): Promise<Doc | null>;
  /** A command from a form that works without script. */
  say(pass: Pass, form: { device: FormDevice; activity: string; command: string; input: unknown }): Promise<Answer>;
  /**
   * A photo that a view of this pass names, or the draft that a person takes home, as a JPEG; null when there is none,
   * it may not be seen or it was withdrawn.
   */
  photo(pass: Pass, surface: Surface, ref: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /**
   * The edition as it would be published now: the draft, for those who lead alone. While the gathering goes on it holds
   * nothing that waits, such as places before the reveal, and may be some seconds old. `summary`: the one that is being
   * written, in place of the published one. Null when there is none.
   */
  draft(gathering: string, summary?: string | null): Promise<Edition | null>;
  /** How many of its notes are in no edition, by why. Null when there is no such gathering. */
  staysOut(gathering: string): Promise<StaysOut | null>;
  /** What its earlier editions say in the words of those who lead, and the next one does not. */
  formerWords(gathering: string): Promise<FormerWords[] | null>;
  /**
   * For those who lead, while the gathering goes on what its draft holds. A helper is told what people without a phone
   * wrote, once it has closed; null before.
   */
  desk(pass: Pass): Promise<Desk | null>;
  /** The same for a person who was there, once it has closed. Null while it is open, and for a pass without a person. */
  takeHome(pass: Pass): Promise<TakeHome | null>;
  /** Null before the gathering has closed, and for a pass without a person. */
  correctable(pass: Pass): Promise<Correctable | null>;
  /**
   * What is stored about the person of this pass; `other`: about somebody without a phone, to whom the team shows it.
   * Null for a pass without a person, and where the team asks about a person who has a phone to read it on.
   */
  storedAbout(pass: Pass, other?: string): Promise<StoredAbout | null>;
  /**
   * Publishes the edition, under the licence that was chosen when the gathering was made. Without `held` the edition
   * says what the ledger says of when it was held.
   */
  publish(
    pass: Pass,
    form: { device: FormDevice; title: string; summary: string; held?: Held | undefined; after: number }
  ): Promise<{ slug: string } | Refusal>;
};

/**
 * Points of an anonymous ballot. Refusals beside those of the method: `no-tickets-here`, `ticket-not-valid`,
 * `point-too-late`, `too-few-to-hide`, `too-fast`.
 */
export type Ballots = {
  /** The key that tickets of this activity are blinded for: the same for all people. */
  key(gathering: string, activity: string): Promise<{ modulus: string } | Refusal>;
  /** Signs the blinded ticket of a person: one ticket for each, and that one as often as they ask. */
  sign(pass: Pass, draw: Draw): Promise<Drawn | Refusal>;
  /**
   * Takes a point without a pass: the server must not learn who sends it. `said` is what came over the wire. Answers
   * within some 25 seconds.
   */
  drop(gathering: string, said: unknown): Promise<Dropped>;
};
