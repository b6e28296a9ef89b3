import type { MeasureColumn } from '../../../shared/model/accountTable';
import type { QuotaSettings } from '../../../shared/model/quotaSettings';
import type { PayFigures } from '../../../shared/plan/evaluatePay';
import { FairnessPlot } from './FairnessPlot';
import { QuotaSidesView } from './QuotaSidesView';
import type { RepRow } from './repColumns';
import { RollUpView } from './RollUpView';
import type { TeamView } from './teamView';

interface TeamOverviewProps {
  readonly view: Exclude<TeamView, 'reps'>;
  readonly rows: readonly RepRow[];
  readonly settings: QuotaSettings;
  readonly pay: PayFigures;
  readonly potential: Pick<MeasureColumn, 'name' | 'kind'> | null;
  readonly selectedId: string | null;
  readonly onSelect: (repId: string) => void;
}

/** The team seen as a whole: who reports to whom, target against yield, quota against potential. */
export function TeamOverview({
  view,
  rows,
  settings,
  pay,
  potential,
  selectedId,
  onSelect,
}: TeamOverviewProps) {
  switch (view) {
    case 'rollup':
      return <RollUpView rows={rows} onSelect={onSelect} />;
    case 'gap':
      return <QuotaSidesView settings={settings} pay={pay} onSelect={onSelect} />;
    case 'fairness':
      return <FairnessPlot pay={pay} potential={potential} selectedId={selectedId} onSelect={onSelect} />;
  }
}
