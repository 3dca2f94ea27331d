import { cpus, release, totalmem, type, loadavg } from 'node:os';
import { median, type Spread } from './figures.ts';
import { isDisturbed, isLate, isUsed, LATE_MS, WAITED, type Row, type System } from './row.ts';

export type About = ReturnType<typeof machine> & { pinned: boolean; minutes: number };

export const machine = () => ({
  at: new Date().toISOString().slice(0, 16),
  node: process.version,
  system: `${type()} ${release()}`,
  cores: cpus().length,
  model: cpus()[0]?.model ?? 'unknown',
  gib: Math.round(totalmem() / 2 ** 30),
  /** What others did to this machine while it measured: 2 cores carry a load of 2. */
  loadBefore: loadavg()[0] ?? 0
});

const HEAD = [
  'workload',
  'system',
  'n',
  'board ms',
  'phone ms',
  'answer ms',
  'CPU',
  '× floor',
  'B/s phone',
  'KiB phone',
  'lost'
];
const HEADS = [...HEAD, 'late ms', 'waited', 'and'];

/** A table as people and Markdown read it. Of repeats it shows the median of each figure. */
export function table(about: About, rows: readonly Row[]): string {
  const groups = Object.values(Object.groupBy(rows, keyOf)).map((group) => group ?? []);
  const lines = groups.map((group) => cells(group, groups));
  const widths = HEADS.map((head, column) => Math.max(head.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const written = [HEADS, widths.map((width) => '-'.repeat(width)), ...lines].map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  );
  const { at, node, system, cores, model, gib, pinned, minutes, loadBefore } = about;
  return [
    `${at} · Node ${node} · ${system} · ${cores} × ${model} · ${gib} GiB · ${pinned ? 'server on core 0, load on core 1' : 'not pinned'}`,
    `load average at the start ${loadBefore.toFixed(1)} · ${minutes.toFixed(0)} minutes · latencies are p50 / p95 / p99 in milliseconds`,
    '',
    ...written,
    '',
    `!: the load was late by more than ${LATE_MS} ms (p99). ~: others had the server's core for more than ${WAITED * 100} % of the time. Such rows are shown, and not used.`,
    '× floor: processor time against the floor with the same frames. waited: seconds in each second in which others had the server’s core.'
  ].join('\n');
}

const keyOf = ({ workload, system, n, more }: Row) =>
  [workload, system, n, more?.pages, more?.['offered/s'], more?.['events in a batch']].join(' ');

function cells(group: readonly Row[], groups: readonly (readonly Row[])[]): string[] {
  const [first] = group;
  if (!first) return [];
  const used = bestOf(group);
  const late = Math.max(...group.map(({ lateMs }) => lateMs ?? 0));
  return [
    first.workload,
    `${first.system}${used.length > 1 ? ` (${used.length})` : ''}${marks(used)}`,
    `${first.n}`,
    spread(used, 'board'),
    spread(used, 'phone'),
    spread(used, 'ack'),
    figure(
      used.map(({ cpu }) => cpu),
      2
    ),
    ratio(first, used, groups),
    figure(
      used.map(({ bytesPerPhone }) => bytesPerPhone),
      0
    ),
    figure(
      used.map(({ kibPerPhone }) => kibPerPhone),
      0
    ),
    first.lost === undefined ? '' : `${Math.max(...group.map(({ lost }) => lost ?? 0))}`,
    first.lateMs === undefined ? '' : late.toFixed(0),
    figure(
      used.map(({ waited }) => waited),
      2
    ),
    Object.keys(first.more ?? {})
      .map(
        (name) =>
          `${name} ${figure(
            used.map(({ more }) => more?.[name]),
            1
          )}`
      )
      .join(', ')
  ];
}

/** The repeats that may be used. Where there are none, every repeat, and the mark says so. */
const bestOf = (group: readonly Row[]) => (group.some(isUsed) ? group.filter(isUsed) : group);

/** None when the row may be used. */
const marks = (rows: readonly Row[]) => `${rows.some(isLate) ? ' !' : ''}${rows.some(isDisturbed) ? ' ~' : ''}`;

function spread(rows: readonly Row[], which: 'board' | 'phone' | 'ack'): string {
  const spreads = rows.map((row) => row[which]).filter((each): each is Spread => !!each);
  if (spreads.length === 0) return '';
  return (['p50', 'p95', 'p99'] as const).map((part) => short(median(spreads.map((each) => each[part])))).join(' / ');
}

/** In big rooms Plenary's phones are told shapes: it is held against a floor that does the same. */
function ratio({ workload, n, system }: Row, used: readonly Row[], groups: readonly (readonly Row[])[]): string {
  const of = (wanted: System) =>
    groups.find(([row]) => row?.workload === workload && row.n === n && row.system === wanted);
  const floor = (system === 'plenary' ? of('floor-shape') : undefined) ?? of('floor');
  if (system.startsWith('floor') || !floor) return '';
  const [own, least] = [known(used.map(({ cpu }) => cpu)), known(bestOf(floor).map(({ cpu }) => cpu))];
  return own.length > 0 && least.length > 0 ? (median(own) / median(least)).toFixed(2) : '';
}

function figure(values: readonly (number | null | undefined)[], digits: number): string {
  const there = known(values);
  if (there.length === 0) return '';
  const value = median(there);
  return Number.isInteger(value) ? `${value}` : value.toFixed(digits);
}

const known = (values: readonly (number | null | undefined)[]): number[] =>
  values.filter((value): value is number => typeof value === 'number' && !Number.isNaN(value));

const short = (ms: number): string => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0));
