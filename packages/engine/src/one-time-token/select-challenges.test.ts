import { describe, expect, it } from 'vitest';
import { selectChallenges, slotFor } from './select-challenges.ts';

const pin = { type: 'PIN', category: 'knowledge' } as const;
const device = { type: 'PARTNER_DEVICE_FINGERPRINT', category: 'possession' } as const;
const sms = { type: 'SMS', category: 'possession' } as const;
const voice = { type: 'VOICE', category: 'possession' } as const;
const face = { type: 'FACE_MAP', category: 'inherence' } as const;

describe('selectChallenges', () => {
  it('returns one slot per enrolled category, in the order knowledge, possession, inherence', () => {
    expect(selectChallenges([face, device, sms, pin]).map((slot) => [slot.category, slot.primary])).toEqual([
      ['knowledge', 'PIN'],
      ['possession', 'PARTNER_DEVICE_FINGERPRINT'],
      ['inherence', 'FACE_MAP'],
    ]);
  });

  it('makes the preferred enrolled type the primary challenge, and the others alternatives', () => {
    expect(selectChallenges([device, sms, voice])).toMatchObject([
      { primary: 'PARTNER_DEVICE_FINGERPRINT', alternatives: ['SMS', 'VOICE'] },
    ]);
    expect(selectChallenges([sms, voice])).toMatchObject([{ primary: 'SMS', alternatives: ['VOICE'] }]);
  });

  it('leaves out types that the policy does not allow', () => {
    expect(selectChallenges([pin, device, sms, face], ['PIN', 'SMS'])).toMatchObject([
      { primary: 'PIN' },
      { primary: 'SMS', alternatives: [] },
    ]);
    expect(selectChallenges([])).toEqual([]);
  });

  it('finds the slot of a primary challenge and of an alternative', () => {
    const slots = selectChallenges([pin, device, sms]);
    expect([slotFor(slots, 'PIN'), slotFor(slots, 'SMS'), slotFor(slots, 'FACE_MAP')]).toEqual([0, 1, -1]);
  });
});
