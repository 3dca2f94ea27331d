import type { Edition } from '#harvest/document.ts';
import { namesIn } from '#harvest/names-in.ts';
import type { GatheringSeen } from '../steps.ts';

export type SomebodyNamed = { person: string; name: string };

/** Whom the next edition names, and what was said aloud about that. */
export type Naming = {
  /** `people`: those of that name; none of an invited guest, who is not in the gathering. */
  named: { name: string; where: string[]; people: string[] }[];
  /** They said yes aloud, and nothing in the edition is theirs. */
  saidYes: SomebodyNamed[];
  /** Their yes was taken back. */
  saidNo: SomebodyNamed[];
  /** They have no phone to say it on; empty where no activity names anybody. */
  withoutPhone: SomebodyNamed[];
};

/** `names`: whether anybody may be named in an edition of this gathering. */
export function namingOf({ people }: GatheringSeen, draft: Edition, names: boolean): Naming {
  const known = Object.entries(people).flatMap(([person, { name, ...rest }]) =>
    name === null ? [] : [{ person, name, ...rest }]
  );
  const byName = Map.groupBy(namesIn(draft.blocks), ({ name }) => name);
  const somebody = ({ person, name }: SomebodyNamed): SomebodyNamed => ({ person, name });
  const others = known.filter(({ name }) => !byName.has(name));
  return {
    named: [...byName].map(([name, places]) => ({
      name,
      where: places.map(({ where }) => where ?? '…'),
      people: known.flatMap((each) => (each.name === name && each.named !== false ? [each.person] : []))
    })),
    saidYes: others.filter(({ named }) => named === true).map(somebody),
    saidNo: known.filter(({ named }) => named === false).map(somebody),
    withoutPhone: names
      ? others.filter(({ via, named, removed }) => via === 'walk-in' && named === undefined && !removed).map(somebody)
      : []
  };
}
