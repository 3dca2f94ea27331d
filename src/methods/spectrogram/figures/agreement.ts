/**
 * Van der Eijk's agreement A of a frequency vector over three or more ordered categories: +1 when all chose one
 * category, 0 when all categories are equally full, −1 when half chose each end. Zero people agree on nothing: 0.
 *
 * The vector is taken apart into layers, each a pattern of full and empty categories of equal height; A is the mean of
 * the layers, weighted by the people in them. Source: C. van der Eijk, “Measuring agreement in ordered rating scales”,
 * Quality and Quantity 35 (2001), 325–341; checked against the published value of the R package agrmt.
 */
export function agreement(frequencies: readonly number[]): number {
  const people = frequencies.reduce((sum, count) => sum + count, 0);
  let rest = [...frequencies];
  let total = 0;
  while (rest.some((count) => count > 0)) {
    const height = Math.min(...rest.filter((count) => count > 0));
    const pattern = rest.map((count) => count > 0);
    const full = pattern.filter(Boolean).length;
    total += ((height * full) / people) * layerAgreement(pattern, full);
    rest = rest.map((count) => (count > 0 ? count - height : 0));
  }
  return total;
}

function layerAgreement(pattern: readonly boolean[], full: number): number {
  const categories = pattern.length;
  return unimodality(pattern) * (1 - (full - 1) / (categories - 1));
}

/** Equation 1 of the paper: triples of categories that support one peak (110, 011) against triples with a gap (101). */
function unimodality(pattern: readonly boolean[]): number {
  const categories = pattern.length;
  let onePeak = 0;
  let gap = 0;
  for (let i = 0; i < categories - 2; i += 1) {
    for (let j = i + 1; j < categories - 1; j += 1) {
      for (let k = j + 1; k < categories; k += 1) {
        const [left, middle, right] = [pattern[i], pattern[j], pattern[k]];
        if (left && !middle && right) gap += 1;
        else if (middle && left !== right) onePeak += 1;
      }
    }
  }
  if (onePeak + gap === 0) return 1;
  return ((categories - 2) * onePeak - (categories - 1) * gap) / ((categories - 2) * (onePeak + gap));
}
