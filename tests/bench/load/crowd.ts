import type { Row } from '../row.ts';
import { colyseusPeople } from './colyseus-people.ts';
import { drag, type Style } from './drags.ts';
import { floorPeople } from './floor-people.ts';
import type { People } from './people.ts';
import { plenaryPeople } from './plenary-people.ts';
import type { Outcome, Task } from './task.ts';
import { meter, residentKib, type Used } from './usage.ts';

/** `2hz`: every phone moves its dot twice a second. `drag10`: one in ten drags, ten times a second. */
const STYLES: Record<'2hz' | 'drag10', (n: number) => Style> = {
  '2hz': (n) => ({ movers: n, perSecond: 2 }),
  drag10: (n) => ({ movers: Math.max(1, Math.round(n / 10)), perSecond: 10 })
};

/** Fills the room once, and lets fingers move in each style, one after the other. */
export async function crowd(task: Task): Promise<Outcome> {
  const { n, pid, seconds, system } = task;
  const emptyKib = residentKib(pid);
  const people = await fill(task);
  const rows: Row[] = [];
  for (const workload of task.styles ?? []) {
    let stop: (() => Used) | null = null;
    let used: Used = { cpu: null, waited: null };
    const dragged = await drag(people, n, STYLES[workload](n), seconds, {
      begins: () => (stop = meter(pid)),
      ends: () => (used = stop?.() ?? used)
    });
    const fullKib = residentKib(pid);
    const kibPerPhone = emptyKib === null || fullKib === null ? null : (fullKib - emptyKib) / n;
    rows.push({
      workload,
      system,
      n,
      ...dragged,
      ...used,
      kibPerPhone,
      more: { 'joined in s': people.joinedMs / 1000 }
    });
  }
  people.leave();
  return { rows };
}

function fill({ system, url, n, place }: Task): Promise<People> {
  if (system === 'colyseus') return colyseusPeople(url, n);
  if (system === 'plenary' && place) return plenaryPeople(place, n);
  return floorPeople(url, n, system === 'floor');
}
