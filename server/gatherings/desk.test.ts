import { expect, test } from 'vitest';
import { publishedGathering, WRITERS } from '../../tests/support/published-gathering.ts';
import { rules } from '../../tests/support/test-host.ts';
import { deskOf } from './desk.ts';

test('HD1 those who lead sort every note, but for what its writer took back; CO2 a helper is told what had no phone', async () => {
  const at = await publishedGathering();
  try {
    const said = (role: 'facilitator' | 'helper') => deskOf(at.host, role, rules)?.notes.map(({ words }) => words);
    expect(said('facilitator')).toEqual([...WRITERS, 'walter'].map((name) => `Need of ${name}`));
    expect(said('helper')).toEqual(['Need of walter']);
    await at.says('bo', 'leaveOutNote', { note: at.addressOf('bo') });
    await at.leads('leaveOutNote', { note: at.addressOf('dana') });
    expect(said('facilitator')).not.toContain('Need of bo');
    expect(said('facilitator')).toContain('Need of dana');
  } finally {
    await at.close();
  }
});
