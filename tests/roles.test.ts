import { describe, expect, it } from 'vitest';
import { GATHERING } from '#gathering/ledger.ts';
import { LEADS, ROLES, STAFF, type Role } from '#contract/method.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import { ana, CONVENING, device, open, rules } from './support/test-host.ts';
import { blockOf } from './support/samples.ts';

/**
 * Every command of every method against every role, from the commands themselves: a new one cannot be forgotten here.
 */
async function running(method: string) {
  const stores = openMemory();
  const host = await open(stores);
  const console = device(() => host, ana);
  await console('convene', CONVENING);
  if (method !== GATHERING) await console('addBlock', blockOf(method));
  return { host, activity: Object.keys(host.ledger().gathering.agenda)[0] ?? GATHERING };
}

const tables = [rules.gathering, ...Object.values(rules.methods)];

describe.each(tables.map(({ name, commands }) => [name, commands] as const))('the %s', (name, commands) => {
  it('has a block to try it with', async () => {
    if (name === GATHERING) return;
    const { host } = await running(name);
    const refused = `the sample in src/methods/${name}/manifest.ts is not what \`settings\` of ${name} takes`;
    expect(Object.values(host.ledger().gathering.agenda), refused).toMatchObject([{ method: name }]);
  });

  for (const [command, { who }] of Object.entries(commands))
    it(`lets ${who.join(', ')} ask to ${command}, and nobody else`, async () => {
      const { host, activity } = await running(name);
      const on = name === GATHERING ? GATHERING : activity;
      for (const role of ROLES) {
        const before = host.ledger().version;
        const say = device(() => host, { role, person: role === 'participant' ? 'bo' : null }, `page-of-${role}`);
        const answer = await say(command, { nonsense: true }, on);
        if ((who as readonly Role[]).includes(role)) expect(answer).not.toEqual({ refused: 'not-yours-to-do' });
        else expect(answer).toEqual({ refused: 'not-yours-to-do' });
        expect(host.ledger().version).toBe(before);
      }
    });
});

it.each([
  ['undo', STAFF],
  ['duplicateBlock', LEADS]
] as const)('lets nobody but those ask to %s: %o', async (command, who: readonly Role[]) => {
  const { host } = await running('spectrogram');
  for (const role of ROLES) {
    const answer = await device(() => host, { role, person: null }, `${role}-${command}`)(command, {});
    expect(answer).toEqual({ refused: who.includes(role) ? 'not-understood' : 'not-yours-to-do' });
  }
});
