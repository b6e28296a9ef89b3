import { expose } from 'comlink';
import { balanceCurveEngine } from './balanceCurveEngine';

expose(balanceCurveEngine);
