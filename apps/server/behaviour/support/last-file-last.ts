import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs `coverage.test.ts` after all other files: it judges what they saw. */
export class LastFileLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLast = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('/coverage.test.ts');
    return [...files.filter((file) => !isLast(file)), ...files.filter(isLast)];
  }
}
