import { operationIds, operationOf } from '@sca-kit/api';
import { type Risk, SESSION_ACTION } from '@sca-kit/engine';

/** An action that needs an approval. */
export interface Action {
  readonly actionType: string;
  readonly risk: Risk;
  /** Whether approvals are bound to the content of the request, such as amount and payee (dynamic linking, RTS 5). */
  readonly linked: boolean;
}

const EXTENSIONS = operationIds.flatMap((id) => operationOf(id).sca ?? []);

/** Every action, sorted by action type. A policy for any other action type would never apply. */
export const ACTIONS: readonly Action[] = [
  ...new Set([SESSION_ACTION, ...EXTENSIONS.map(({ actionType }) => actionType)]),
]
  .sort()
  .map((actionType) => {
    const extensions = EXTENSIONS.filter((extension) => extension.actionType === actionType);
    return {
      actionType,
      risk: extensions.some(({ risk }) => risk === 'high') ? 'high' : 'low',
      linked: extensions.some(({ link }) => link !== undefined),
    };
  });
