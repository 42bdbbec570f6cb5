import type { Category, ChallengeType, Slot } from '../ports/index.ts';

const CATEGORY_ORDER: readonly Category[] = ['knowledge', 'possession', 'inherence'];

/**
 * Returns one slot for each enrolled category, in the order knowledge, possession, inherence. The preferred type is the primary
 * challenge, the others are alternatives. Any one of them passes the slot.
 * @param enrolled in order of preference
 * @param allowed the types that the policy allows; undefined: all
 */
export function selectChallenges(
  enrolled: readonly { readonly type: ChallengeType; readonly category: Category }[],
  allowed?: readonly ChallengeType[],
): readonly Slot[] {
  const offered = enrolled.filter(({ type }) => allowed?.includes(type) ?? true);
  return CATEGORY_ORDER.flatMap((category) => {
    const [primary, ...alternatives] = offered.filter((factor) => factor.category === category).map(({ type }) => type);
    return primary ? [{ category, primary, alternatives, passed: false, attempted: false }] : [];
  });
}

/** Returns the index of the slot that this type can pass, or -1. */
export function slotFor(slots: readonly Slot[], type: ChallengeType): number {
  return slots.findIndex((slot) => slot.primary === type || slot.alternatives.includes(type));
}
