/** The channel of those who write. */
export const SCRIBES = 'scribes';
