import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs `coverage.test.ts` last, because it checks what the other files have observed. */
export class CoverageLastSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isCoverage = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('/coverage.test.ts');
    return [...files.filter((file) => !isCoverage(file)), ...files.filter(isCoverage)];
  }
}
