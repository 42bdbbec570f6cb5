import { readReadme, testReadme } from '@sca-kit/test-support/test-readme';
import * as publicNames from './index.ts';

testReadme(readReadme(new URL('..', import.meta.url)), publicNames);
