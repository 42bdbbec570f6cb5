import { describePlantedFaults } from './support/planted-faults.ts';

describePlantedFaults(1);
