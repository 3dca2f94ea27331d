/**
 * Where the café is. `ready`: nobody was told a table yet. `finding`: people look for their table. `talking`: the
 * question stands. `harvest`: the wall of what was written. `closed`: over.
 */
export const STAGES = ['ready', 'finding', 'talking', 'harvest', 'closed'] as const;

export type Stage = (typeof STAGES)[number];
