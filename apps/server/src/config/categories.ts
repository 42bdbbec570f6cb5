import { type Category, CHALLENGE_TYPES, type ChallengeType, categoryOf } from '@sca-kit/engine';

/** The categories of some challenges, each once. */
export function categoriesOf(types: readonly ChallengeType[]): readonly Category[] {
  return [...new Set(types.map(categoryOf))];
}

/** The challenges of all other categories. */
export function challengesBeside(categories: readonly Category[]): readonly ChallengeType[] {
  return CHALLENGE_TYPES.filter((type) => !categories.includes(categoryOf(type)));
}
