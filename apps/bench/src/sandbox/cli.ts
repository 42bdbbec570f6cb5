import { pathOf } from '../processes.ts';

/** The program of the `sca-kit` command. */
export const CLI: string = pathOf('../../cli/src/main.ts');
