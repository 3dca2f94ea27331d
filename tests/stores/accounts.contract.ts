import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccounts, type AccountService } from '#server/accounts/accounts.ts';
import type { Stores } from '#server/log/stores.ts';
import { granted } from '../support/test-server.ts';
import type { Ground } from './log.contract.ts';

const who = { name: 'Bo', email: 'bo@example.org', password: 'lantern and thread' };

export function accountsContract(title: string, makeGround: () => Promise<Ground>): void {
  describe(`the accounts in ${title}`, () => {
    let ground: Ground;
    let open: Stores[];
    let here: AccountService;
    let beside: AccountService;

    beforeEach(async () => {
      ground = await makeGround();
      const stores = await ground.open();
      open = [stores, await ground.openBeside(stores)];
      [here, beside] = open.map(({ records }) => createAccounts(records, () => {})) as [AccountService, AccountService];
    });
    afterEach(async () => {
      await Promise.all(open.map((stores) => stores.close()));
      await ground.clear();
    });

    test('a link makes one organizer, however many use it at once and wherever; a reset ends every sign-in', async () => {
      const { token } = granted(await here.add(who.email));
      const uses = await Promise.all([here, beside, here].map((accounts) => accounts.at('').setUp(token, who)));
      expect(uses.filter((use) => 'token' in use)).toHaveLength(1);
      const other = granted(await beside.at('').signIn(who.email, who.password));
      expect((await here.whose(other.token))?.account.name).toBe('Bo');

      const { token: reset } = granted(await beside.reset(who.email));
      granted(await here.at('').setUp(reset, { ...who, password: 'kettle over the harbour' }));
      expect(await beside.whose(other.token)).toBeNull();
      expect(await beside.at('').link(reset)).toBeNull();
    });
  });
}
