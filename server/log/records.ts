/** A small record under a key: an account, a sign-in, the hash of a token, a link. `value` is JSON. */
export type Kept = { key: string; value: unknown; group: string | null; expiresAt: number | null };

/** `group` gathers records that end together (all sign-ins of an account); `expiresAt` is in ms since 1970. */
export type Terms = { group?: string; expiresAt?: number };

/** Every change is durable when its promise resolves. What has expired counts as absent everywhere. */
export interface Records {
  /** Writes whatever was there before. */
  put(kind: string, key: string, value: unknown, terms?: Terms): Promise<void>;
  /** Writes only where nothing is; false when the key was taken. */
  add(kind: string, key: string, value: unknown, terms?: Terms): Promise<boolean>;
  /**
   * Writes only over what is still there; false when it was gone: to prolong a sign-in must never revive one that
   * ended.
   */
  replace(kind: string, key: string, value: unknown, terms?: Terms): Promise<boolean>;
  get(kind: string, key: string): Promise<Kept | null>;
  /** The records of a group, ordered by key. */
  list(kind: string, group: string): Promise<Kept[]>;
  /** True for one caller only, so that a token is good for one use. */
  remove(kind: string, key: string): Promise<boolean>;
  removeGroup(kind: string, group: string): Promise<void>;
}
