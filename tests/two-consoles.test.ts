import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jobsOf } from '#gathering/due-and-jobs.ts';
import type { Host } from '#gathering/host.ts';
import { GATHERING } from '#gathering/ledger.ts';
import { manifests, methods } from '#methods/index.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import type { Answer, NextStep } from '#wire/messages.ts';
import { refusals } from '#words/index.ts';
import { ana, CONVENING, device, open, phone, rules } from './support/test-host.ts';
import { blockOf } from './support/samples.ts';

/**
 * Two consoles that press the same button at the same moment: what the label said is done once, and nothing else is.
 */
const WALKS = [
  ...Object.keys(methods).map((method) => [method, {}] as const),
  ['fishbowl', { form: 'closed' }] as const
];

async function roomOf(method: string, settings: object) {
  const host = await open(openMemory());
  const [one, other] = [device(() => host, ana, 'one'), device(() => host, ana, 'other')];
  await one('convene', CONVENING);
  await one('addBlock', blockOf(method, settings));
  for (const name of ['bo', 'chidi', 'dana', 'eli', 'fay', 'gus'])
    await device(() => host, phone(name))('join', { name, rehearsed: false });
  return { host, one, other };
}

/** What the rules want computed is computed, as the workshop does it. */
async function work(host: Host): Promise<void> {
  for (const { activity, method, asking, command, question } of jobsOf(host.ledger(), rules)) {
    const answer = methods[method]?.work?.answer(question());
    const worker = device(() => host, { role: 'worker', person: null }, `worker-${asking}`);
    await worker(command, { asking, answer }, activity);
  }
}

const nextOf = (host: Host): NextStep | undefined => host.view('console').next?.[0];
const took = (answer: Answer): boolean => 'version' in answer && !('already' in answer);
const says = ({ activity, command, input }: NextStep) =>
  [command, 'anyway' in input ? { ...input, anyway: true } : input, activity] as const;

describe.each(WALKS)('two consoles on a %s %o', (method, settings) => {
  it('that both press Next go on by one step, and the one that was late is told why', async () => {
    const { host, one, other } = await roomOf(method, settings);
    const past: NextStep[] = [];
    for (let step = nextOf(host); step; step = nextOf(host)) {
      const answers = await Promise.all([one(...says(step)), other(...says(step))]);
      expect([step.command, ...answers.map(took)]).toEqual([step.command, true, false]);
      for (const answer of answers)
        if ('refused' in answer)
          expect(manifests[method]?.refusals[answer.refused] ?? refusals[answer.refused as never]).toBeTruthy();
      await work(host);
      past.push(step);
      const now = nextOf(host);
      // Whatever was pressed long ago, on a page that was offline, is past.
      for (const late of past) expect([late.command, took(await other(...says(late)))]).toEqual([late.command, false]);
      expect(nextOf(host)).toEqual(now);
    }
    expect(past.length).toBeGreaterThan(2);
  });

  it('that both press Undo take back one step, and not the one before it', async () => {
    const { host, one, other } = await roomOf(method, settings);
    for (let steps = 0; steps < 2; steps += 1) {
      const next = nextOf(host);
      if (next) await one(...says(next));
      await work(host);
    }
    const { undo } = host.view('console');
    const answers = await Promise.all([one('undo', { step: undo?.step }), other('undo', { step: undo?.step })]);
    expect(answers.map(took)).toEqual([true, false]);
    expect(answers[1]).toEqual({ refused: 'already-moved-on' });
    expect(host.view('console').undo).toMatchObject({ activity: GATHERING, command: 'turnTo' });
  });
});

it('undo names the step that its label said, and not another that came after it', async () => {
  const { host, one, other } = await roomOf('spectrogram', {});
  await one('describe', { title: 'Another day', place: null });
  const seen = host.view('console').undo?.step;
  await other('blank', { blank: true });
  await other('describe', { title: 'A third day', place: null });
  expect(await one('undo', { step: seen })).toEqual({ refused: 'already-moved-on' });
  expect(await one('undo', {})).toEqual({ refused: 'not-understood' });
});

/** What these commands carry of the page their sender saw. */
const SEEN = ['after', 'from', 'of', 'nth', 'number', 'seats', 'turn', 'step', 'version'] as const;

/** Its `after` is a statement, and not what was on. */
const NAMES_A_PLACE = 'acceptProposal';

it.each(Object.entries(methods))(
  'a button of a %s whose command says what its sender saw means it from when the finger went down',
  (method, { commands }) => {
    const carries = Object.entries(commands).flatMap(([name, { who, input }]) =>
      name !== NAMES_A_PLACE && who.includes('facilitator') && keysOf(input).some((key) => SEEN.includes(key as never))
        ? [name]
        : []
    );
    expect(carries.length).toBeGreaterThan(3);
    const presses = new RegExp(`onclick=\\{\\(\\) =>[^}]*\\(\\s*'(?:${carries.join('|')})'[^}]*\\}`, 'g');
    const found = globSync(`src/methods/${method}/console/**/*.svelte`).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(presses)].map(([press]) => `${file}: ${press}`)
    );
    expect(found).toEqual([]);
  }
);

type Shape = { entries?: object; options?: readonly Shape[]; pipe?: readonly Shape[] };
const keysOf = (schema: object): string[] => {
  const { entries = {}, options = [], pipe = [] } = schema as Shape;
  return [
    ...Object.keys(entries),
    ...options.flatMap(keysOf),
    ...pipe.filter((item) => item !== schema).flatMap(keysOf)
  ];
};
