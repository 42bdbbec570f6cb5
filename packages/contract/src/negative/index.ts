export { documentedClientErrors, type NegativeCase, type NegativeOptions, negativeCases } from './cases.ts';
export { damageEnvelope, damagesOf, type EnvelopeDamage } from './envelope-damage.ts';
export { type PlannedBody, planFromExamples, type RequestPlan, targetOf, writeBody } from './plan.ts';
export { createRandom, type Random } from './random.ts';
export { methodsAt, routingCases } from './routing-cases.ts';
