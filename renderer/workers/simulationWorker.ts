import { expose } from 'comlink';
import { simulationEngine } from './simulationEngine';

expose(simulationEngine);
