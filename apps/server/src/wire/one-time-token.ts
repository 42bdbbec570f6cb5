import type { components } from '@sca-kit/api';
import type { OneTimeTokenView } from '@sca-kit/engine';

type Schemas = components['schemas'];

/** The v2 object: all slots. */
export function toResource({ oneTimeToken, challenges, validity }: OneTimeTokenView): Schemas['OneTimeTokenResource'] {
  return {
    oneTimeToken,
    challenges: challenges.map(({ primaryChallenge, alternatives, required, passed }) => ({
      primaryChallenge: { type: primaryChallenge },
      alternatives: alternatives.map((type) => ({ type })),
      required,
      passed,
    })),
    validity,
  };
}

/** The v1 object: all slots. */
export function toStatus(view: OneTimeTokenView): Schemas['OneTimeTokenStatus'] {
  const { oneTimeToken, challenges, validity, actionType, userId } = view;
  const viewData = { attributes: { userId } };
  return {
    oneTimeTokenProperties: {
      oneTimeToken,
      challenges: challenges.map(({ primaryChallenge, alternatives, required, passed }) => ({
        primaryChallenge: { type: primaryChallenge, viewData },
        alternatives: alternatives.map((type) => ({ type, viewData })),
        required,
        passed,
      })),
      validity,
      actionType,
      userId,
    },
  };
}

/** The response of a v1 verification: the slots still required, none when the token is cleared. */
export function toRemaining(view: OneTimeTokenView): Schemas['OneTimeTokenStatus'] {
  return toStatus({ ...view, challenges: view.challenges.filter(({ required, passed }) => required && !passed) });
}
