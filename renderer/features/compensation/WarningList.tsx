import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { phraseText } from '../../../shared/comp/phrase';
import { planWarnings } from '../../../shared/comp/planWarnings';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { compViewStore } from './compViewStore';
import { figureFormat } from './figureFormat';
import type { ShownCompPlan } from './useCompPlan';
import classes from './WarningList.module.css';

/** What the plan does that its writer may not want; a check that passes is shown too. */
export function WarningList({ shown }: { readonly shown: ShownCompPlan }) {
  const format = usePlanFormat();
  const { plan, group } = shown;
  const warnings = useMemo(() => planWarnings(plan, group.basis), [plan, group.basis]);
  const figures = figureFormat(format);
  const passed = warnings.filter((warning) => warning.severity === 'passed');
  const found = warnings.filter((warning) => warning.severity === 'warning');
  return (
    <ul className={classes.list} aria-label="Checks">
      {passed.length > 0 && (
        <li className={classes.item} data-passed>
          <IconCircleCheck size={16} stroke={1.6} aria-label="Passed" role="img" />
          <span>
            {passed.map((warning, at) => (
              <span key={at}>
                <strong>{phraseText(warning.title, figures)}</strong>
                {phraseText(warning.words, figures)}{' '}
              </span>
            ))}
          </span>
        </li>
      )}
      {found.map((warning, at) => (
        <li className={classes.item} key={at}>
          <IconAlertTriangle size={16} stroke={1.6} aria-label="Warning" role="img" />
          <span>
            <strong>{phraseText(warning.title, figures)}</strong>
            {phraseText(warning.words, figures)}
          </span>
          {warning.componentId !== null && (
            <button
              type="button"
              className={classes.show}
              aria-label={`Show: ${phraseText(warning.title, figures)}`}
              onClick={() =>
                compViewStore.setState({ componentId: warning.componentId, markedRatio: warning.atRatio })
              }
            >
              Show
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
