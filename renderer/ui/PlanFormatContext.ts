import { createContext, use } from 'react';
import { DEFAULT_SETTINGS } from '../../shared/model/settings';
import { createPlanFormat, type PlanFormat } from './planFormat';

export const PlanFormatContext = createContext<PlanFormat>(createPlanFormat(DEFAULT_SETTINGS, 'en-US'));

/** How the open plan's figures are written: `const format = usePlanFormat(); format.cents(quotaCents)`. */
export function usePlanFormat(): PlanFormat {
  return use(PlanFormatContext);
}
