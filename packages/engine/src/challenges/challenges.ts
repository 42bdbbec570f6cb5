import type { Context } from '../context.ts';
import { createTrigger, type Trigger } from './trigger.ts';
import { createVerify, type Verify } from './verify.ts';

export interface Challenges {
  readonly verify: Verify;
  readonly trigger: Trigger;
}

export function createChallenges(context: Context): Challenges {
  return { verify: createVerify(context), trigger: createTrigger(context) };
}
