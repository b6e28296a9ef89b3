import type { HandoverCaps } from '../../../shared/plan/balanceProblemOf';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { PanelSection } from '../../ui/Panel';
import classes from './BalanceSettings.module.css';
import { setBalance } from './balanceStore';

/** Hard limits on changes of hands, beside the soft price that the slider sets; empty = no limit. */
export function CapFields({ caps }: { readonly caps: HandoverCaps }) {
  const put = (fields: Partial<HandoverCaps>) => setBalance({ caps: { ...caps, ...fields } });
  return (
    <PanelSection title="At most">
      <div className={classes.caps}>
        <span id="cap-handed">Handed off per rep</span>
        <CommitNumberInput
          aria-labelledby="cap-handed"
          placeholder="no limit"
          value={caps.handedOff}
          min={0}
          allowDecimal={false}
          onCommit={(handedOff) => put({ handedOff })}
        />
        <span id="cap-taken">Taken over per rep</span>
        <CommitNumberInput
          aria-labelledby="cap-taken"
          placeholder="no limit"
          value={caps.takenOver}
          min={0}
          allowDecimal={false}
          onCommit={(takenOver) => put({ takenOver })}
        />
        <span id="cap-share">Of all accounts</span>
        <CommitNumberInput
          aria-labelledby="cap-share"
          placeholder="no limit"
          suffix=" %"
          value={caps.movedShare === null ? null : Number((100 * caps.movedShare).toFixed(4))}
          min={0}
          max={100}
          onCommit={(percent) => put({ movedShare: percent === null ? null : percent / 100 })}
        />
      </div>
    </PanelSection>
  );
}
