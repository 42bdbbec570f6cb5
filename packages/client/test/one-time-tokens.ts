import type { ChallengeType } from '../src/index.ts';

interface Slot {
  readonly types: readonly ChallengeType[];
  passed: boolean;
}

interface Token {
  readonly id: string;
  readonly actionType: string;
  readonly slots: readonly Slot[];
  readonly triggered: Set<ChallengeType>;
  used: boolean;
}

/** Action type of tokens that open a session. */
export const CREATE_SESSION = 'SCA__CREATE_SESSION';

const userId = 7301842;

/** One-time tokens of the test server. A token has slots; any of its types passes a slot. */
export class OneTimeTokens {
  /** Challenge types of the slots of new tokens. */
  slots: readonly (readonly ChallengeType[])[] = [['PIN'], ['PARTNER_DEVICE_FINGERPRINT']];
  /** Number of slots that must be passed. */
  needed = 2;
  readonly #tokens = new Map<string, Token>();

  make(actionType: string): Token {
    const slots = this.slots.map((types) => ({ types, passed: false }));
    const token = { id: crypto.randomUUID(), actionType, slots, triggered: new Set<ChallengeType>(), used: false };
    this.#tokens.set(token.id, token);
    return token;
  }

  find(id: string | null): Token | undefined {
    return this.#tokens.get(id ?? '');
  }

  isCleared(token: Token): boolean {
    return token.slots.filter(({ passed }) => passed).length >= this.needed;
  }

  slotFor(token: Token, type: ChallengeType): Slot | undefined {
    return token.slots.find(({ types }) => types.includes(type));
  }

  /** Returns the object of the v1 endpoints. */
  properties({ actionType, ...token }: Token): object {
    const challenges = this.#challenges(token.slots, (type) => ({ type, viewData: { attributes: { userId } } }));
    return { oneTimeToken: token.id, challenges, validity: 3600, actionType, userId };
  }

  /** Returns the object of the v2 endpoints. */
  resource(token: Token): object {
    const challenges = this.#challenges(token.slots, (type) => ({ type }));
    return { oneTimeToken: token.id, challenges, validity: 3600 };
  }

  #challenges(slots: readonly Slot[], view: (type: ChallengeType) => object): readonly object[] {
    let missing = this.needed - slots.filter(({ passed }) => passed).length;
    return slots.map(({ types, passed }) => {
      const required = !passed && missing > 0;
      if (required) missing -= 1;
      const [primary, ...alternatives] = types.map(view);
      return { primaryChallenge: primary, alternatives, required, passed };
    });
  }
}
