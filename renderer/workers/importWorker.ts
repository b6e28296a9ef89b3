import { expose } from 'comlink';
import { ImportSession } from './importSession';

expose(new ImportSession());
