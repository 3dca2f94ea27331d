import { openMemory, type Row, type Texts } from '#server/log/memory/memory.ts';
import { logContract, otherwise, type Ground } from './log.contract.ts';
import { accountsContract } from './accounts.contract.ts';
import { deletionContract } from './deletion.contract.ts';
import { recordsContract } from './records.contract.ts';
import { vaultContract } from './vault.contract.ts';

async function makeGround(): Promise<Ground> {
  const streams = new Map<string, Row[]>();
  const texts: Texts = new Map();
  const stores = openMemory(streams, texts);
  return {
    open: async () => stores,
    openBeside: async (same) => same,
    async harm(how, first) {
      const rows = streams.get('g') ?? [];
      const changed = rows.map((row) => (row.first === first ? { ...row, batch: otherwise(row.batch) } : row));
      streams.set('g', how === 'remove' ? rows.filter((row) => row.first !== first) : changed);
    },
    async holding(words) {
      const kept = [...[...streams.values()].flat(), ...[...texts.values()].flatMap((of) => [...of.values()])];
      return kept.map((one) => JSON.stringify(one)).filter((one) => one.includes(words));
    },
    clear: async () => {}
  };
}

logContract('memory', makeGround);
vaultContract('memory', makeGround);
deletionContract('memory', makeGround);
recordsContract('memory', makeGround);
accountsContract('memory', makeGround);
