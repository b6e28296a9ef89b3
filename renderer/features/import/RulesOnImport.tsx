import { useEffect, useState } from 'react';
import { rulesOnImport, type RulesOnImport as Ruled } from '../../../shared/plan/rulesOnImport';
import { usePlanStore } from '../../state/planStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { BuildSummary } from '../../workers/importContract';
import { importClient } from './importActions';
import classes from './ReviewStep.module.css';

/** What the plan's rules will take of the new accounts; nothing where there are no rules, or nobody is new. */
export function RulesOnImport({ build }: { readonly build: BuildSummary }) {
  const plan = usePlanStore((state) => state.plan);
  const [found, setFound] = useState<readonly Ruled[]>([]);
  const hasRules = plan?.scenarios.some(({ rules = [] }) => rules.length > 0) === true;
  const isAsked = hasRules && (build.merge?.added ?? 0) > 0;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isWanted = true;
    void importClient()
      .table()
      .then((table) => {
        if (isWanted) setFound(rulesOnImport(plan, table));
      });
    return () => {
      isWanted = false;
    };
  }, [isAsked, plan, build]);
  const format = usePlanFormat();
  if (!isAsked || found.length === 0) return null;
  return (
    <section className={classes.card} aria-label="Rules for new accounts">
      <h2 className={classes.title}>Rules for new accounts</h2>
      {found.map(({ scenarioName, role, taken, untakenCount }) => (
        <div key={`${scenarioName} ${role ?? ''}`}>
          <p className={classes.text}>{role === null ? scenarioName : `${scenarioName}, ${role}`}</p>
          <dl className={classes.facts}>
            {taken.map(({ position, sentence, count }) => (
              <div key={position} className={classes.fact}>
                <dt>
                  {position + 1}. {sentence}
                </dt>
                <dd>
                  <b>{format.number(count)}</b>
                </dd>
              </div>
            ))}
            {untakenCount > 0 && (
              <div className={classes.fact}>
                <dt>No rule takes them</dt>
                <dd>
                  <b>{format.number(untakenCount)}</b>
                </dd>
              </div>
            )}
          </dl>
        </div>
      ))}
    </section>
  );
}
