/**
 * Where a link to a block leads, or to a branch under those above it: the same on the page, in Markdown and in an archive.
 * Ids of branches are their own only inside a block.
 */
export const anchorOf = (...path: readonly { readonly id: string }[]): string =>
  path.map(({ id }) => id.replace(/[^\w-]/g, '')).join('-');
