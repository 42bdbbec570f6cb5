export { type Cell, type CellState, type Coverage, familyOf, measureCoverage, type Tally } from './coverage.ts';
export { belongsTo, selectOperations, slug } from './families.ts';
export { checkGates, type Gate, parseRequirements, type Requirement, requireChecked } from './gates.ts';
