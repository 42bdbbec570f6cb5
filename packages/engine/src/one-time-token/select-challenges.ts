import type { Category, ChallengeType, Slot } from '../ports/index.ts';

const CATEGORY_ORDER: readonly Category[] = ['knowledge', 'possession', 'inherence'];

/**
 * One slot per enrolled category, in the order knowledge, possession, inherence. The preferred type is the primary
 * challenge, the others are alternatives; any one of them passes the slot.
 * @param enrolled preferred first
 * @param allowed what a policy admits; undefined: all
 */
export function selectChallenges(
  enrolled: readonly { readonly type: ChallengeType; readonly category: Category }[],
  allowed?: readonly ChallengeType[],
): readonly Slot[] {
  const offered = enrolled.filter(({ type }) => allowed?.includes(type) ?? true);
  return CATEGORY_ORDER.flatMap((category) => {
    const [primary, ...alternatives] = offered.filter((it) => it.category === category).map((it) => it.type);
    return primary ? [{ category, primary, alternatives, passed: false, attempted: false }] : [];
  });
}

/** The position of the slot that this type can pass, or -1. */
export function slotFor(slots: readonly Slot[], type: ChallengeType): number {
  return slots.findIndex((slot) => slot.primary === type || slot.alternatives.includes(type));
}
