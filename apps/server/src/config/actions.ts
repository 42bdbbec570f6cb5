import { operationIds, operationOf } from '@sca-kit/api';
import { type Risk, SESSION_ACTION } from '@sca-kit/engine';

/** What this server asks an approval for. */
export interface Action {
  readonly actionType: string;
  readonly risk: Risk;
  /** Bound to amount and payee: one element, or one approval for several of them, is not enough. */
  readonly linked: boolean;
}

const MARKS = operationIds.flatMap((id) => operationOf(id).sca ?? []);

/** Every action, by name: a policy for another one would never apply. */
export const ACTIONS: readonly Action[] = [...new Set([SESSION_ACTION, ...MARKS.map(({ actionType }) => actionType)])]
  .sort()
  .map((actionType) => {
    const marks = MARKS.filter((mark) => mark.actionType === actionType);
    return {
      actionType,
      risk: marks.some(({ risk }) => risk === 'high') ? 'high' : 'low',
      linked: marks.some(({ link }) => link !== undefined),
    };
  });
