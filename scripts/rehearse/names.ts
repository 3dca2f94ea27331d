const FIRST = [
  ['Ana', 'Bo', 'Chidi', 'Dana', 'Eli', 'Farah', 'Gus', 'Hana', 'Imre', 'Jun', 'Kofi', 'Lena', 'Mei', 'Nils', 'Omar'],
  [
    'Pia',
    'Quinn',
    'Rosa',
    'Sami',
    'Tove',
    'Uma',
    'Vik',
    'Wren',
    'Ximena',
    'Yara',
    'Zoe',
    'Aldo',
    'Bea',
    'Cyril',
    'Dita'
  ]
].flat();
const LAST = 'ABCDEFGHIJKLMNOPRSTVWZ';

/** A name for a simulated person; many people in a room give none. */
export function nameOf(index: number): string {
  if (index % 4 === 3) return '';
  return `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length) % LAST.length]}.`;
}
