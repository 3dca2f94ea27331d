/** The channel of those at a table. */
export const tableChannel = (table: string): string => `table:${table}`;
