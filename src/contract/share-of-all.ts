/** So many of all. Never a share alone: in a room of thirty “3%” is a person. */
export type Share = { readonly count: number; readonly of: number };
