import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isRefusal } from '#contract/method.ts';
import type { Answer } from '#wire/messages.ts';

const BUCKETS_MS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000];

type Now = { connections(): number; gatherings(): number; crowd(): Readonly<Record<string, number>> };

/** Figures of this node in the text format of Prometheus. No figure names a gathering or a person. */
export function measure(now: Now) {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const answers: Record<'kept' | 'refused' | 'later', number> = { kept: 0, refused: 0, later: 0 };
  const within = BUCKETS_MS.map(() => 0);
  let totalMs = 0;

  const rows = () => {
    const heard = answers.kept + answers.refused + answers.later;
    return [
      ...family('plenary_connections', 'gauge', 'Live connections.', [['', now.connections()]]),
      ...family('plenary_gatherings', 'gauge', 'Gatherings in use.', [['', now.gatherings()]]),
      ...family(
        'plenary_answers_total',
        'counter',
        'Live commands by how they were answered.',
        Object.entries(answers).map(([as, count]) => [`{as="${as}"}`, count])
      ),
      ...family(
        'plenary_crowd_total',
        'counter',
        'Points moved by fingers: taken, ignored or not understood; frames encoded, and sent to or spared by a connection.',
        Object.entries(now.crowd()).map(([what, count]) => [`{what="${what}"}`, count])
      ),
      ...family('plenary_answer_seconds', 'histogram', 'From hearing a command to answering it.', [
        ...BUCKETS_MS.map((ms, index): [string, number] => [`_bucket{le="${ms / 1000}"}`, within[index] ?? 0]),
        ['_bucket{le="+Inf"}', heard],
        ['_sum', totalMs / 1000],
        ['_count', heard]
      ]),
      ...family('plenary_event_loop_delay_seconds', 'gauge', 'How late timers ran since the last look.', [
        ['{quantile="0.5"}', delay.percentile(50) / 1e9],
        ['{quantile="0.99"}', delay.percentile(99) / 1e9]
      ]),
      ...family('process_resident_memory_bytes', 'gauge', 'Memory in use.', [['', process.memoryUsage.rss()]]),
      ...family('process_cpu_seconds_total', 'counter', 'Processor time.', [['', cpuSeconds()]]),
      ...family('process_uptime_seconds', 'gauge', 'Since the start.', [['', process.uptime()]])
    ];
  };

  return {
    answered(answer: Answer, ms: number): void {
      answers[isRefusal(answer) ? 'refused' : 'later' in answer ? 'later' : 'kept'] += 1;
      totalMs += ms;
      BUCKETS_MS.forEach((most, index) => {
        if (ms <= most) within[index] = (within[index] ?? 0) + 1;
      });
    },
    text(): string {
      const text = rows().join('\n') + '\n';
      delay.reset();
      return text;
    },
    close: () => void delay.disable()
  };
}

const family = (name: string, type: string, help: string, samples: [labels: string, value: number][]) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...samples.map(([labels, value]) => `${name}${labels} ${value}`)
];

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
