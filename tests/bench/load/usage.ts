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

/** What a process uses from now on: processor seconds in each second. */
export function meterCpu(pid: number): () => number | null {
  const [before, at] = [cpuSeconds(pid), performance.now()];
  return () => {
    const after = cpuSeconds(pid);
    return before === null || after === null ? null : ((after - before) * 1000) / (performance.now() - at);
  };
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
