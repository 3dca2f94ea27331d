import { newDevice } from '../load/forms.ts';
import { hostOf, openData } from './open.ts';

type Line = { activity: string; statement: string; version: number; round: number };

const AT_ONCE = 500;
const LOW = 50;
const PLACES = 900;

/**
 * Makes a gathering as old as a long day: the people in it place themselves again and again, by commands, until the log
 * holds this many events. `node store/grow.ts <data> <gathering> <line> <events>`; the server must not run.
 */
const [data = '', gathering = '', told = '', wanted = ''] = process.argv.slice(2);
const { activity, ...spot } = JSON.parse(told) as Line;
const stores = await openData(data);
const host = await hostOf(gathering, stores);
const people = Object.keys(host.ledger().gathering.people);
const devices = new Map(people.map((person) => [person, { device: newDevice(), n: 0 }]));

for (let turn = 0; host.ledger().version < Number(wanted);) {
  const missing = Number(wanted) - host.ledger().version;
  await Promise.all(
    Array.from({ length: Math.min(AT_ONCE, missing) }, () => {
      const person = people[(turn += 1) % people.length] ?? '';
      const by = devices.get(person) ?? { device: '', n: 0 };
      by.n += 1;
      const x = LOW + ((turn * 37) % PLACES);
      const say = { device: by.device, n: by.n, settled: by.n - 1, activity, command: 'place', input: { ...spot, x } };
      return host.hear(say, { role: 'participant', person });
    })
  );
}
console.log(`RESULT ${JSON.stringify({ events: host.ledger().version })}`);
await host.close();
await stores.close();
