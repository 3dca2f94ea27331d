import type { Actor } from '#contract/method.ts';
import type { Surface } from '#wire/messages.ts';

/*
 * Who a client may be, in four steps. Each type is the one before it and something more:
 *
 * 1. `Actor` (src/contract/method.ts): a role, and the person if there is one. Rules decide commands by it.
 * 2. `Pass`: an actor in one gathering. `Passes` reads it from cookies; pages and forms act with it.
 * 3. `CredentialedPass`: a pass and what it stands on. The server ends it when its link or its sign-in ends.
 * 4. `ConnectionIdentity`: a credentialed pass on one live connection. `admit` makes it from the handshake.
 *
 * Beside the steps, a `Grant` is what a browser keeps and a `StoredPass` is what the store keeps. No step is ever read
 * from the body of a message: a client could write any role there.
 */

/** What a client may do in one gathering. `person` is null for boards, consoles and role links. */
export type Pass = Actor & { readonly gathering: string };

/**
 * A pass, and the id of the link, sign-in or person it stands on (`link:…`, `sign-in:…`, `person:…`). When a link or
 * a sign-in ends, the server closes every live connection whose pass stands on it. Pages are never given the id.
 */
export type CredentialedPass = Pass & { readonly credential: string };

/** The pass alone, for pages. */
export const passOf = ({ gathering, role, person }: Pass): Pass => ({ gathering, role, person });

/** What the server knows of one live connection, from its handshake until it closes. */
export type ConnectionIdentity = CredentialedPass & {
  readonly surface: Surface;
  /** The Cookie header of the handshake. It is checked again every minute: a link may end on another node. */
  readonly cookies: string;
  /** Whether the client reads frames of moving points. */
  readonly motion: boolean;
  /** The device whose commands will come over this connection; null where the client did not say. */
  readonly device: string | null;
};

/** A token for a cookie, and when it expires, in milliseconds since 1970. The server stores the hash of it alone. */
export type Grant = { readonly token: string; readonly expires: number };

/** The record under the hash of a token. `link`: the id of the role link; null for the token of a person. */
export type StoredPass = Pass & { readonly link: string | null; readonly madeAt: number };

export const credentialOfLink = (link: string): string => `link:${link}`;
export const credentialOfPerson = (person: string): string => `person:${person}`;
/** `hash`: that of the token, as the store keeps it. */
export const credentialOfSignIn = (hash: string): string => `sign-in:${hash}`;
