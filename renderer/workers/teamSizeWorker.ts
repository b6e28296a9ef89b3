import { expose } from 'comlink';
import { teamSizeEngine } from './teamSizeEngine';

expose(teamSizeEngine);
