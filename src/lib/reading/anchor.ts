/** The stable name of a block in an address: the same in the page and in its Markdown. */
export const anchor = ({ id }: { id: string }): string => id.replace(/[^\w-]/g, '');

/** Leads to the newest edition that holds a note, whatever becomes of this one. */
export const permanent = (note: string): string => `/n/${note}`;
