import type { Text } from '#contract/typed-text.ts';

/** `name` and `contact`: what this person gives to the other one; null after a no. */
export type MatchAnswer = { yes: boolean; name: Text | null; contact: Text | null };
type Both<Value> = [offer: Value, need: Value];
/** `people`: the authors; null for a card that nobody signed. */
export type Match = { cards: Both<string>; people: Both<string | null>; answers: Both<MatchAnswer | null> };

export type MatchEvents = {
  MatchSuggested: { match: string } & Pick<Match, 'cards' | 'people'>;
  /** Does nothing once somebody answered. */
  MatchDropped: { match: string; people: Match['people'] };
  MatchAnswered: { match: string; side: number; answer: MatchAnswer; people: Match['people'] };
};
