import type { Question } from './problem.ts';

/**
 * People who move as one unit. Groups that share a person are joined; each other person is a unit of one. In the order
 * the people came.
 */
export function unitsOf({ people, together = [] }: Question): { groups: number[][]; unitOf: Int32Array } {
  const leader = new Int32Array(people.length).map((_, index) => index);
  const leaderOf = (index: number): number => {
    let at = index;
    while (leader[at] !== at) at = leader[at] ?? at;
    return at;
  };
  if (together.length > 0) {
    const indexOf = new Map(people.map(({ id }, index) => [id, index]));
    for (const group of together) {
      const [first, ...others] = group.map((id) => indexOf.get(id)).filter((index) => index !== undefined);
      for (const other of others) {
        const [one, two] = [leaderOf(first ?? other), leaderOf(other)];
        leader[Math.max(one, two)] = Math.min(one, two);
      }
    }
  }
  const groups: number[][] = [];
  const unitOf = new Int32Array(people.length);
  for (let index = 0; index < people.length; index += 1) {
    const at = leaderOf(index);
    if (at === index) unitOf[index] = groups.push([index]) - 1;
    else {
      unitOf[index] = unitOf[at] ?? 0;
      groups[unitOf[at] ?? 0]?.push(index);
    }
  }
  return { groups, unitOf };
}
