/** How boards and phones name a speaker or a called person. */
export const speaker = (name: string | null, number: number): string => name ?? `Speaker ${number}`;

export const somebody = (name: string | null): string => name ?? 'Somebody';

/** The heading over a speaker's notes; null: the discussion. */
export const branchName = (sitter: { name: string | null; number: number } | null): string =>
  sitter ? speaker(sitter.name, sitter.number) : 'In the circle';
