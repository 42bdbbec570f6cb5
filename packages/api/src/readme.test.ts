import { readReadme, testReadme } from '@sca-kit/test-support/test-readme';
import * as validatorNames from './generated/validators.js';
import * as publicNames from './index.ts';

testReadme(readReadme(new URL('..', import.meta.url)), { ...publicNames, ...validatorNames });
