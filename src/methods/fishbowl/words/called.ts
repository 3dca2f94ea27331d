/** How whoever sits, sat or is called is named, on walls and on phones. */
export const speaker = (name: string | null, number: number): string => name ?? `Speaker ${number}`;

export const somebody = (name: string | null): string => name ?? 'Somebody';

/** What the notes of somebody stand under; null: of nobody in particular. */
export const branchName = (sitter: { name: string | null; number: number } | null): string =>
  sitter ? speaker(sitter.name, sitter.number) : 'In the circle';
