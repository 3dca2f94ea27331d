import { isRefusal } from '#contract/method.ts';
import { createAccounts, type AccountService } from './accounts/accounts.ts';
import { openRecordsBeside } from './log/sqlite/records-only.ts';
import { readSettings, type Settings } from './start/settings.ts';

/**
 * `npm run organizer`: makes links for organizers, from the terminal of the operator. Plenary may be running or not.
 */
const USAGE = `How to let somebody organize, or in again:

  npm run organizer -- add ana@example.org      prints a link that makes an account
  npm run organizer -- reset ana@example.org    prints a link that gives an account a new password
  npm run organizer -- list                     prints who organizes here

Give it the same PLENARY_DATA, REDIS_URL and PLENARY_ORIGIN as Plenary itself.`;

const REFUSED: Readonly<Record<string, (email: string) => string>> = {
  'email-taken': (email) => `${email} has an account already. For a new password: npm run organizer -- reset ${email}`,
  'email-unknown': (email) =>
    `Nobody here organizes with the address ${email}. To see who does: npm run organizer -- list`,
  'not-understood': (email) => `${JSON.stringify(email)} is no email address.`
};

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message.split('\n')[0] : String(error));
  return 1;
});

async function run([command, email, ...more]: string[]): Promise<number> {
  const lists = command === 'list' && email === undefined;
  const links = (command === 'add' || command === 'reset') && email !== undefined && more.length === 0;
  if (!lists && !links) {
    console.error(USAGE);
    return 1;
  }
  const settings = readSettings(process.env);
  const { records, close } = await openRecordsBeside(settings);
  try {
    // Sign-ins that end here are noticed by a running Plenary within a minute, as those of another node are.
    const accounts = createAccounts(records, () => {});
    return links ? await link(accounts, command, email, settings) : await list(accounts);
  } finally {
    await close();
  }
}

async function list(accounts: AccountService): Promise<number> {
  const all = await accounts.all();
  const lines = all.map(({ name, email }) => `${email}  ${name}`);
  console.log(lines.length > 0 ? lines.join('\n') : 'Nobody organizes here yet.');
  return 0;
}

async function link(accounts: AccountService, command: 'add' | 'reset', email: string, settings: Settings) {
  const made = await accounts[command](email);
  if (isRefusal(made)) {
    console.error(REFUSED[made.refused]?.(email) ?? made.refused);
    return 1;
  }
  const path = `/setup/${made.token}`;
  const lasts = command === 'add' ? 'seven days' : 'one day';
  console.log(`This link works once, within ${lasts}. Give it to ${email} and to nobody else:`);
  console.log(`${settings.origin ?? `http://localhost:${settings.port}`}${path}`);
  if (settings.origin === null)
    console.log(`From another device, put the address of this Plenary before ${path.slice(0, 7)}…`);
  return 0;
}
