export type Arrival = { table: string };

const NUMBER = /^[1-9]\d{0,3}$/;

/** The table whose printed code a phone scanned, from the address that the code leads to: `/123456?table=7`. */
export function arrivalAt({ searchParams }: URL): Arrival | null {
  const table = searchParams.get('table');
  return table !== null && NUMBER.test(table) ? { table } : null;
}

/** What an address on the way in carries along, so that it is still known once they are in. */
export const arrivalQuery = (arrival: Arrival | null): string => (arrival ? `?table=${arrival.table}` : '');
