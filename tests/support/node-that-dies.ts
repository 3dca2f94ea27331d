import { openTestServer } from './test-server.ts';

/** Started by a test and killed by it: a node of its own on the Redis at the given address. Prints where it listens. */
const [redisUrl] = process.argv.slice(2);
if (!redisUrl) throw new Error('Give the address of a Redis.');
console.log((await openTestServer({ redisUrl })).url);
