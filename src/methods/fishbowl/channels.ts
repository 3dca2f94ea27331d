/** The channel that scribes receive. */
export const SCRIBES = 'scribes';
