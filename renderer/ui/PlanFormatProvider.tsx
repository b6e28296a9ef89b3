import { useMemo, type ReactNode } from 'react';
import { DEFAULT_SETTINGS } from '../../shared/model/settings';
import { usePlanStore } from '../state/planStore';
import { PlanFormatContext } from './PlanFormatContext';
import { createPlanFormat } from './planFormat';

/** Gives everything below it the open plan's way of writing figures. */
export function PlanFormatProvider({ children }: { readonly children: ReactNode }) {
  const settings = usePlanStore((state) => state.plan?.settings ?? DEFAULT_SETTINGS);
  const format = useMemo(() => createPlanFormat(settings, navigator.language), [settings]);
  return <PlanFormatContext value={format}>{children}</PlanFormatContext>;
}
