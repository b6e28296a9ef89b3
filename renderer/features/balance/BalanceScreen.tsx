import { useEffect, useMemo } from 'react';
import { useActiveRole, useRoleEvaluation, useRoleScenario } from '../../state/activeRole';
import { usePlanStore } from '../../state/planStore';
import { goTo, useRoute } from '../../state/routeStore';
import type { PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { SplitPane } from '../../ui/SplitPane';
import { useStatus } from '../../ui/useStatus';
import { BalanceMap } from './BalanceMap';
import classes from './BalanceScreen.module.css';
import { BalanceSettings } from './BalanceSettings';
import type { BalanceTask } from './balanceTask';
import { balanceStore, dropProposal, setBalance, useBalance, type RunSubject } from './balanceStore';
import { BeforeAfter } from './BeforeAfter';
import { CertificateBar } from './CertificateBar';
import type { Proposal } from './proposal';
import { readAsk } from './readAsk';
import { runBalance } from './runBalance';
import { startCurves } from './curveStore';
import { TradeOffPanel } from './TradeOffPanel';

/** Balance: settings, the map of the proposal with what is proven about it, and every territory before and after. */
export function BalanceScreen() {
  const plan = usePlanStore((state) => state.plan);
  const scenario = useRoleScenario();
  const role = useActiveRole();
  const evaluation = useRoleEvaluation();
  useForgetOtherScenarios(plan?.id ?? null, scenario?.id ?? null, role);
  useAsked(scenario !== null && evaluation?.scenarioId === scenario.id);
  useBalanceStatus();
  const proposal = useBalance((state) => state.proposal);
  if (!plan || !scenario || evaluation?.scenarioId !== scenario.id) return null;
  return (
    <SplitPane
      name="balance"
      left={{
        label: 'Balance settings',
        sizePx: 280,
        minPx: 260,
        maxPx: 380,
        narrowPx: 262,
        content: <BalanceSettings plan={plan} scenario={scenario} evaluation={evaluation} />,
      }}
      right={{
        label: 'Before and after',
        sizePx: 428,
        minPx: 300,
        maxPx: 560,
        narrowPx: 330,
        content: <BeforeAfter plan={plan} scenario={scenario} evaluation={evaluation} />,
      }}
    >
      <div className={classes.middle}>
        {role !== undefined && (
          <p className={classes.role}>Alignment {role}; another is chosen on Territories.</p>
        )}
        <CertificateBar scenario={scenario} />
        <BalanceMap plan={plan} scenario={scenario} evaluation={evaluation} />
        {proposal && <TradeOffPanel proposal={proposal} />}
      </div>
    </SplitPane>
  );
}

/** A run and its proposal are for one plan, scenario and alignment; elsewhere they end. */
function useForgetOtherScenarios(
  planId: string | null,
  scenarioId: string | null,
  role: string | undefined,
): void {
  useEffect(() => {
    const isElsewhere = (subject: RunSubject): boolean =>
      subject.planId !== planId ||
      (subject.scenarioId !== null && (subject.scenarioId !== scenarioId || subject.role !== role));
    const { proposal, running } = balanceStore.getState();
    if (proposal && isElsewhere(subjectOf(proposal.task))) {
      dropProposal();
      startCurves(null);
    }
    if (running && isElsewhere(running.subject)) {
      running.stop();
      balanceStore.setState({ running: null });
    }
    balanceStore.setState(({ settings }) => ({
      problem: null,
      settings: { ...settings, onlyNodeIds: null, territoryCount: null, isAnew: false },
    }));
  }, [planId, scenarioId, role]);
}

function subjectOf({ document, isNew, scenario, role }: BalanceTask): RunSubject {
  return { planId: document.id, scenarioId: isNew ? null : scenario.id, role };
}

/** Another screen may ask for something: the address says what, and is then put back to the screen's start. */
function useAsked(isReady: boolean): void {
  const section = useRoute((route) => route.section);
  useEffect(() => {
    if (section === '' || !isReady) return;
    const asked = readAsk(section);
    goTo('balance');
    if (asked?.kind === 'count') setBalance({ territoryCount: asked.count, isAnew: false });
    if (asked?.kind === 'where') {
      setBalance({ territoryCount: asked.count, isAnew: true, newBases: 'cities' });
      void runBalance();
    }
    if (asked?.kind === 'team') void runBalance('corridor', asked.change);
  }, [section, isReady]);
}

function useBalanceStatus(): void {
  const format = usePlanFormat();
  const proposal = useBalance((state) => state.proposal);
  const revision = usePlanStore((state) => state.revision);
  const parts = useMemo(() => {
    if (!proposal) return null;
    const moved = proposal.disruption.movedCount + proposal.disruption.newCount;
    const text = proposal.task.isNew ? 'would get a territory' : 'would change hands';
    return [
      { value: format.number(proposal.claims.length), text: 'accounts' },
      { value: format.number(moved), text },
      { value: format.number(proposal.after.territories.assignable.length), text: 'territories' },
    ];
  }, [proposal, format]);
  useStatus(parts, proposal && noteOf(proposal, proposal.revision === revision, format));
}

/** How long the run took, and whether the plan is still the one it was made for. */
function noteOf({ result, seconds }: Proposal, isCurrent: boolean, format: PlanFormat): string {
  const took = `${result ? 'Balanced in' : 'Stopped after'} ${format.number(seconds, 1)} s`;
  return isCurrent ? `${took}, still current` : `${took}, for an earlier state of the plan`;
}
