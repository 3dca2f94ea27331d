const DEEDS: Readonly<Record<string, string>> = {
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/'
};

/** Where the text of a licence stands; null for one that this Plenary does not know. */
export const licenceUrl = (spdx: string): string | null => (Object.hasOwn(DEEDS, spdx) ? (DEEDS[spdx] ?? null) : null);
