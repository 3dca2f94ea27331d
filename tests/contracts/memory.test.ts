import { openMemory } from '#server/log/memory.ts';
import type { Ground } from './log.contract.ts';
import { logContract } from './log.contract.ts';
import { accountsContract } from './accounts.contract.ts';
import { recordsContract } from './records.contract.ts';
import { vaultContract } from './vault.contract.ts';

async function makeGround(): Promise<Ground> {
  const stores = openMemory();
  return { open: async () => stores, openBeside: async (same) => same, clear: async () => {} };
}

logContract('memory', makeGround);
vaultContract('memory', makeGround);
recordsContract('memory', makeGround);
accountsContract('memory', makeGround);
