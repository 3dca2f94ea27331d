import { readFileSync } from 'node:fs';

/** Processor seconds a process used so far, all its threads. Null where the system does not tell (it needs /proc). */
export function cpuSeconds(pid: number): number | null {
  const stat = read(`/proc/${pid}/stat`);
  // The second field is the name in brackets, which may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND : null;
}

/** Resident memory in KiB. */
export function residentKib(pid: number): number | null {
  const kib = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return kib === undefined ? null : Number(kib);
}

/** What the server used of its core in a window, and what others took from it. Null where the system does not tell. */
export type Used = { cpu: number | null; waited: number | null };

/** Both as seconds in each second, from now on until asked. */
export function meter(pid: number): () => Used {
  const [cpuBefore, waitBefore, at] = [cpuSeconds(pid), waitedSeconds(pid), performance.now()];
  return () => {
    const each = 1000 / (performance.now() - at);
    const [cpuAfter, waitAfter] = [cpuSeconds(pid), waitedSeconds(pid)];
    return {
      cpu: cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) * each,
      waited: waitBefore === null || waitAfter === null ? null : (waitAfter - waitBefore) * each
    };
  };
}

/** Seconds in which the main thread was ready to run, while the core ran another thread. */
function waitedSeconds(pid: number): number | null {
  const nanoseconds = read(`/proc/${pid}/schedstat`)?.split(' ')[1];
  return nanoseconds === undefined ? null : Number(nanoseconds) / 1e9;
}

// USER_HZ is 100 on every Linux that Node runs on.
const TICKS_PER_SECOND = 100;

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
