import type { Target } from './benchmark.ts';

const target =
  (of: Target['of'], bound: Target['bound']) =>
  (value: number): Target => ({ of, bound, value });

export const ratioAtLeast: (value: number) => Target = target('ratio', '≥');
export const ratioAtMost: (value: number) => Target = target('ratio', '≤');
export const differenceAtMost: (value: number) => Target = target('difference', '≤');
export const oursAtMost: (value: number) => Target = target('ours', '≤');
