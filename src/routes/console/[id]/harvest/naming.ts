import type { Role } from '#contract/method.ts';
import type { Edition } from '#harvest/document.ts';
import { namesIn } from '#harvest/names-in.ts';
import type { GatheringSeen } from '../steps.ts';

/** How a person agreed: on their phone, or whom of the team they told. Guests who were invited are not in the gathering. */
export type Agreed = 'phone' | 'in-meeting' | 'invited' | Role;

export type SomebodyNamed = { person: string; name: string };

/** Whom the next edition names, and what was said aloud about that. */
export type Naming = {
  /** `people`: those of that name; none of an invited guest, who is not in the gathering. */
  named: { name: string; where: string[]; people: string[]; agreed: Agreed[] }[];
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
    named: [...byName].map(([name, places]) => {
      const are = known.filter((each) => each.name === name && each.named !== false);
      return {
        name,
        where: places.map(({ where }) => where ?? '…'),
        people: are.map(({ person }) => person),
        agreed: are.length === 0 ? ['invited'] : [...new Set(are.map(howAgreed))]
      };
    }),
    saidYes: others.filter(({ named }) => named === true).map(somebody),
    saidNo: known.filter(({ named }) => named === false).map(somebody),
    withoutPhone: names
      ? others.filter(({ via, named, removed }) => via === 'walk-in' && named === undefined && !removed).map(somebody)
      : []
  };
}

/** What was said aloud after closing counts; before that helpers said it for people without a phone. */
const howAgreed = ({
  named,
  namedBy,
  via
}: Pick<GatheringSeen['people'][string], 'named' | 'namedBy' | 'via'>): Agreed =>
  named && namedBy ? namedBy : via === 'phone' ? 'phone' : 'in-meeting';
