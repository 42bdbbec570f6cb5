import { type Category, CHALLENGE_TYPES, type ChallengeType, categoryOf } from '@sca-kit/engine';

/** Returns the distinct categories of the challenges. */
export function categoriesOf(types: readonly ChallengeType[]): readonly Category[] {
  return [...new Set(types.map(categoryOf))];
}

/** Returns the challenges of every other category. */
export function challengesOutside(categories: readonly Category[]): readonly ChallengeType[] {
  return CHALLENGE_TYPES.filter((type) => !categories.includes(categoryOf(type)));
}
