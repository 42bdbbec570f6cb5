import { type Category, CHALLENGE_TYPES, type ChallengeType } from '@sca-kit/engine';

/** What each challenge proves, as the engine sorts them into slots (RTS 4(1)); the test holds it against one. */
const CATEGORY: Readonly<Record<ChallengeType, Category>> = {
  PIN: 'knowledge',
  PARTNER_DEVICE_FINGERPRINT: 'possession',
  SMS: 'possession',
  WHATSAPP: 'possession',
  VOICE: 'possession',
  FACE_MAP: 'inherence',
};

/** The categories of some challenges, each once. */
export function categoriesOf(types: readonly ChallengeType[]): readonly Category[] {
  return [...new Set(types.map((type) => CATEGORY[type]))];
}

/** The challenges of all other categories. */
export function challengesBeside(categories: readonly Category[]): readonly ChallengeType[] {
  return CHALLENGE_TYPES.filter((type) => !categories.includes(CATEGORY[type]));
}
