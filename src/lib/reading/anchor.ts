/** The stable name of a block in an address: the same in the page and in its Markdown. */
export const anchor = ({ id }: { id: string }): string => id.replace(/[^\w-]/g, '');
