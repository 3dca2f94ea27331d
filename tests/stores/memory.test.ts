import { openMemory, type Row } from '#server/log/memory/memory.ts';
import { logContract, otherwise, type Ground } from './log.contract.ts';
import { accountsContract } from './accounts.contract.ts';
import { recordsContract } from './records.contract.ts';
import { vaultContract } from './vault.contract.ts';

async function makeGround(): Promise<Ground> {
  const streams = new Map<string, Row[]>();
  const stores = openMemory(streams);
  return {
    open: async () => stores,
    openBeside: async (same) => same,
    async harm(how, first) {
      const rows = streams.get('g') ?? [];
      const changed = rows.map((row) => (row.first === first ? { ...row, batch: otherwise(row.batch) } : row));
      streams.set('g', how === 'remove' ? rows.filter((row) => row.first !== first) : changed);
    },
    clear: async () => {}
  };
}

logContract('memory', makeGround);
vaultContract('memory', makeGround);
recordsContract('memory', makeGround);
accountsContract('memory', makeGround);
