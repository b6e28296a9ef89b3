import { expose } from 'comlink';
import { balanceEngine } from './balanceEngine';

expose(balanceEngine);
