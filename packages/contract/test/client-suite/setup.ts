import { useBackend } from '@sca-kit/client/testing';
import { throughMock } from './mock-backend.ts';

useBackend(throughMock);
