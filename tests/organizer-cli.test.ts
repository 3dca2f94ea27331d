import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '#server/start/settings.ts';
import { temporaryFolder } from './support/folders.ts';
import { granted, openTestServer, type TestServer } from './support/test-server.ts';
import { startRedis, type RedisServer } from './support/redis-server.ts';

const who = { name: 'Bo', email: 'bo@example.org', password: 'lantern and thread' };

/** The program as an operator starts it. */
async function organizer(env: Record<string, string>, ...args: string[]) {
  const program = spawn(process.execPath, ['server/organizer-cli.ts', ...args], { env: { PATH: '', ...env } });
  let [said, complained] = ['', ''];
  program.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  program.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => program.once('close', resolve));
  return { code, said, complained, token: /\/setup\/(\S+)/.exec(said)?.[1] ?? '' };
}

// Each program that is started takes a second on a busy machine.
describe.each(['SQLite', 'Redis'])('organizers from the terminal, over %s', (store) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let redis: RedisServer | null = null;
  let env: Record<string, string>;
  let settings: Partial<Settings>;
  let server: TestServer | null = null;

  beforeAll(async () => {
    folder = await temporaryFolder();
    redis = store === 'Redis' ? await startRedis() : null;
    env = { PLENARY_DATA: folder.path, ...(redis ? { REDIS_URL: redis.url } : {}) };
    settings = { data: folder.path, redisUrl: redis?.url ?? null };
  });
  afterAll(async () => {
    await server?.close();
    await redis?.stop();
    await folder.remove();
  });

  test('while Plenary runs, a link adds an organizer; while it does not, another gives a new password', async () => {
    server = await openTestServer(settings);
    const { accounts } = server.plenary;
    const added = await organizer(env, 'add', who.email);
    expect(added).toMatchObject({ code: 0, complained: '' });
    const grant = granted(await accounts.setUp(added.token, who));
    expect((await accounts.whose(grant.token))?.account.name).toBe('Bo');
    expect(await organizer(env, 'add', who.email)).toMatchObject({ code: 1, said: '' });
    expect((await organizer(env, 'list')).said).toBe('bo@example.org  Bo\n');

    await server.close();
    const reset = await organizer({ ...env, PLENARY_ORIGIN: 'https://plenary.example.org' }, 'reset', who.email);
    expect(reset.said).toContain('https://plenary.example.org/setup/');
    server = await openTestServer(settings);
    const { accounts: again } = server.plenary;
    const renewed = { ...who, password: 'kettle over the harbour' };
    expect(await again.setUp(reset.token, renewed)).toHaveProperty('token');
    expect(await again.whose(grant.token)).toBeNull();
    expect(await again.signIn(who.email, renewed.password)).toHaveProperty('token');
  });
});

test('what cannot be meant is a sentence, and where no Plenary was ever started, nothing is made', async () => {
  const folder = await temporaryFolder();
  const env = { PLENARY_DATA: `${folder.path}/elsewhere` };
  expect((await organizer(env, 'add')).complained).toContain('npm run organizer -- add');
  const { code, complained } = await organizer(env, 'add', who.email);
  expect(code).toBe(1);
  expect(complained).toContain(`There is no Plenary in ${env.PLENARY_DATA}`);

  const server = await openTestServer({ data: folder.path });
  const unknown = await organizer({ PLENARY_DATA: folder.path }, 'reset', 'nobody@example.org');
  expect(unknown).toMatchObject({ code: 1, said: '' });
  expect(unknown.complained).toContain('Nobody here organizes with the address nobody@example.org');
  await server.close();
  await folder.remove();
});
