import fc from 'fast-check';

/**
 * `npm test` asks the same each time, so that what makes it fail is a change. `npm run prove` asks something else each
 * time, and says the seed of what fails.
 */
export const SEED = Number(
  process.env['PLENARY_SEED'] ?? (process.env['PLENARY_PROVE'] ? Math.floor(Math.random() * 1e9) : 1)
);

fc.configureGlobal({ seed: SEED });
