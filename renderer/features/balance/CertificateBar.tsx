import { Button, Popover, Progress } from '@mantine/core';
import { IconAlertTriangle, IconRosetteDiscountCheck, IconScale } from '@tabler/icons-react';
import type { Scenario } from '../../../shared/model/scenario';
import { goTo } from '../../state/routeStore';
import { selectRows, selectTerritory } from '../../state/viewStore';
import { usePlanStore } from '../../state/planStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { useBalance } from './balanceStore';
import classes from './CertificateBar.module.css';
import { causeRows } from './causeRows';
import { certificateOf } from './certificate';
import type { Proposal } from './proposal';
import { runBalance } from './runBalance';
import { travelUnit } from './travelUnit';
import { PHASE_WORDS } from './watchRun';

/** A run that is over, while its plan is priced. */
const OVER_WORDS = { stopped: 'Stopped: the best plan so far', done: 'Balanced' } as const;

/** One sentence above the map: what the run is doing, or what its answer is worth. */
export function CertificateBar({ scenario }: { readonly scenario: Scenario }) {
  const running = useBalance((state) => state.running);
  const proposal = useBalance((state) => state.proposal);
  const format = usePlanFormat();
  const revision = usePlanStore((state) => state.revision);
  if (running) {
    const reached = Number.isNaN(running.maxDeviation)
      ? 'No plan yet'
      : `Best so far: at most ${format.percent(running.maxDeviation, 1)} off target`;
    return (
      <div className={classes.bar} data-tone="running" role="status">
        <IconScale size={20} stroke={1.6} aria-hidden />
        <div className={classes.words}>
          <div className={classes.title}>
            {running.isOver ? OVER_WORDS[running.isOver] : PHASE_WORDS[running.phase]}
          </div>
          {running.isOver ? (
            <div className={classes.text}>It is on the map. Its figures and reasons follow.</div>
          ) : (
            <Progress value={running.shareDone * 100} size={4} aria-label="Balancing" />
          )}
        </div>
        <span className={classes.aside}>{reached}</span>
      </div>
    );
  }
  if (!proposal) {
    return (
      <div className={classes.bar} data-tone="idle">
        <IconScale size={20} stroke={1.6} aria-hidden />
        <div className={classes.words}>
          <div className={classes.title}>{scenario.name} as it is</div>
          <div className={classes.text}>
            Balance proposes who takes what. Nothing changes until you accept it.
          </div>
        </div>
      </div>
    );
  }
  if (proposal.revision !== revision) {
    return (
      <div className={classes.bar} data-tone="missed" role="status">
        <IconAlertTriangle size={20} stroke={1.6} aria-hidden />
        <div className={classes.words}>
          <div className={classes.title}>The plan has changed since this proposal was made</div>
          <div className={classes.text}>
            Its figures are those of the plan before the change. Run it again, or accept it as it is.
          </div>
        </div>
        <Button onClick={() => void runBalance('full', proposal.change)}>Run again</Button>
      </div>
    );
  }
  return <Certified proposal={proposal} />;
}

const PROOFS = {
  travel:
    'Each territory is given a price, so that the prices alone spread the load as the tolerance asks. With an ' +
    'account allowed to be shared between territories, those prices give the least travel that any plan within ' +
    'the tolerance can have. No plan of whole accounts can be below it; this one is above it by no more than is ' +
    'said. Where owners are kept, a change of hands counts as travel, in the plan and in the bound alike.',
  moves:
    'A territory that is over must give away at least what it is over by: so many accounts as its largest ones ' +
    'need to come to that. One that is under must gain what it lacks, of the largest accounts that may come. ' +
    'Every move leaves one territory and enters one, so no plan can do with fewer than the larger of both counts.',
} as const;

function Certified({ proposal }: { readonly proposal: Proposal }) {
  const format = usePlanFormat();
  const isSome = useBalance((state) => state.leftOut.size > 0);
  const unit = travelUnit(proposal.task.document, proposal.task.scenario, format.distanceUnit);
  const certificate = certificateOf(proposal, unit.name, {
    ...format,
    compact: (km) => format.compact(km === null ? null : km * unit.perKm),
  });
  return (
    <div className={classes.bar} data-tone={certificate.tone} role="status">
      {certificate.tone === 'missed' ? (
        <IconAlertTriangle size={20} stroke={1.6} aria-hidden />
      ) : (
        <IconRosetteDiscountCheck size={20} stroke={1.6} aria-hidden />
      )}
      <div className={classes.words}>
        <div className={classes.title}>{certificate.title}</div>
        <div className={classes.text}>
          {certificate.text}
          {isSome && ' This is said of all moves together, not of those you take.'}
        </div>
      </div>
      {certificate.tone === 'missed' && <ShowCause proposal={proposal} />}
      {certificate.proof && (
        <Popover width={330} position="bottom-end">
          <Popover.Target>
            <Button>How it is proven</Button>
          </Popover.Target>
          <Popover.Dropdown>
            <p className={classes.proof}>{PROOFS[certificate.proof]}</p>
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  );
}

/** Leads to the accounts or the territory that a plan within tolerance fails on. */
function ShowCause({ proposal }: { readonly proposal: Proposal }) {
  const { made, scenario } = proposal.task;
  const reason = proposal.result?.reasons.find(
    ({ unitIndices, territoryIndices }) => unitIndices.length + territoryIndices.length > 0,
  );
  if (!reason || proposal.task.isNew) return null;
  const [first] = reason.territoryIndices;
  return (
    <Button
      onClick={() => {
        const rows = causeRows(proposal.task, reason);
        if (rows.length > 0 || first === undefined) selectRows(rows);
        else selectTerritory(scenario.territories[made.territoryIndices[first]!]!.id);
        goTo('territories');
      }}
    >
      Show the cause
    </Button>
  );
}
