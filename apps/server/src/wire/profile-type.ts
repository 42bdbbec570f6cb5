import type { NewProfile } from '@sca-kit/engine';

/** The type of a profile as the API spells it. */
export function toProfileType(type: NewProfile['type']): Uppercase<NewProfile['type']> {
  return type === 'personal' ? 'PERSONAL' : 'BUSINESS';
}
