import { hostOf, openData } from './open.ts';

/**
 * Opens a gathering in a process that has done nothing before.
 * `node store/cold-open.ts <data> <gathering> log|snapshot`
 */
const [data = '', gathering = '', from = 'log'] = process.argv.slice(2);
const stores = await openData(data);
const began = performance.now();
const host = await hostOf(gathering, stores, from === 'snapshot');
const ms = performance.now() - began;
console.log(`RESULT ${JSON.stringify({ ms, events: host.ledger().version })}`);
process.exit(0);
