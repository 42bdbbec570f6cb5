import { describe, expect, it } from 'vitest';
import { type PolicyOptions, policiesOf } from './policies.ts';

const subject = { clientId: 'acme', actionType: 'READ', risk: 'low', profileFactors: 2 } as const;

describe('Policies', () => {
  it('have the documented defaults', () => {
    expect(policiesOf()(subject)).toEqual({
      risk: 'low',
      requiredFactors: 2,
      allowed: undefined,
      validity: 3_600_000,
      approvalTtl: 300_000,
      sessionFactors: 2,
      sharesSession: true,
      opensSession: true,
    });
    expect(policiesOf()({ ...subject, profileFactors: 1 }).requiredFactors).toBe(1);
    expect(policiesOf()({ ...subject, risk: 'high', profileFactors: 1 }).requiredFactors).toBe(2);
  });

  it.each([
    [[{ factors: 1 }], 1],
    [[{ factors: 1 }, { actionType: 'READ', factors: 2 }], 2],
    [
      [
        { clientId: 'acme', factors: 1 },
        { actionType: 'READ', factors: 2 },
      ],
      1,
    ],
    [
      [
        { clientId: 'acme', actionType: 'READ', factors: 2 },
        { clientId: 'acme', factors: 1 },
      ],
      2,
    ],
    [
      [
        { clientId: 'other', factors: 1 },
        { actionType: 'WRITE', factors: 1 },
      ],
      2,
    ],
  ] as const)('use the most specific rule: %j requires %d factors', (rules, wanted) => {
    expect(policiesOf(rules)(subject).requiredFactors).toBe(wanted);
  });

  it('never allow one factor for high risk', () => {
    const policy = policiesOf([{ factors: 1 }, { actionType: 'READ', risk: 'high' }])(subject);
    expect(policy).toMatchObject({ risk: 'high', requiredFactors: 2 });
  });

  it.each([
    [{ risk: 'high', factors: 1 }],
    [{ allowed: [] }],
    [{ validity: 0 }],
    [{ validity: 3601 }],
    [{ validity: 1.5 }],
    [{ session: 301 }],
    [{ session: Number.NaN }],
  ])('reject %j at construction', (rule) => {
    expect(() => policiesOf([rule] as PolicyOptions)).toThrow(TypeError);
  });
});
