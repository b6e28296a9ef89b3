import { MultiSelect, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { usePlanFormat } from '../../../ui/PlanFormatContext';
import type { PlanFormat } from '../../../ui/planFormat';
import type { TerritoriesData } from '../useTerritoriesData';
import { splitParts } from './beginDraft';
import classes from './EditCard.module.css';
import { setDraft, type EditDraft } from './editDraftStore';

const MOST_PARTS = 12;
/** Stands for "number of accounts" in a list of measures. */
const COUNT = 'accounts:count';

interface DraftSettingsProps<Draft> {
  readonly data: TerritoriesData;
  readonly draft: Draft;
}

/** What can be set about the edit; each change prices it anew. */
export function DraftSettings({ data, draft }: DraftSettingsProps<EditDraft>) {
  switch (draft.kind) {
    case 'split':
      return <SplitSettings data={data} draft={draft} />;
    case 'merge':
      return <MergeSettings data={data} draft={draft} />;
    case 'dissolve':
    case 'handOver':
      return <ShareSettings data={data} draft={draft} />;
    case 'command':
      return null;
  }
}

function SplitSettings({ data, draft }: DraftSettingsProps<Extract<EditDraft, { kind: 'split' }>>) {
  return (
    <div className={classes.settings}>
      <div className={classes.line}>
        <label htmlFor="split-parts">Parts</label>
        <NumberInput
          id="split-parts"
          value={draft.parts.length + 1}
          min={2}
          max={MOST_PARTS}
          clampBehavior="strict"
          hideControls={false}
          allowDecimal={false}
          onChange={(value) => {
            const count = Number(value);
            if (count >= 2) setDraft({ ...draft, parts: splitParts(data, draft.territoryId, count - 1) });
          }}
        />
      </div>
      <div className={classes.line}>
        <span className={classes.label}>How</span>
        <SegmentedControl
          size="xs"
          aria-label="How it is cut"
          value={draft.by}
          data={[
            { value: 'balance', label: 'Compact' },
            { value: 'axis', label: 'Straight cuts' },
          ]}
          onChange={(value) => setDraft({ ...draft, by: value })}
        />
      </div>
      <MeasureChoice data={data} draft={draft} label="Equal by" />
    </div>
  );
}

function MergeSettings({ data, draft }: DraftSettingsProps<Extract<EditDraft, { kind: 'merge' }>>) {
  const { scenario } = data;
  const format = usePlanFormat();
  const own = scenario.territories.find(({ id }) => id === draft.territoryId);
  return (
    <div className={classes.settings}>
      <div className={classes.line}>
        <label htmlFor="merge-into">Into</label>
        <Select
          id="merge-into"
          searchable
          value={draft.intoId}
          data={territoryChoices(data, own?.id ?? '', format)}
          onChange={(intoId) => intoId && setDraft({ ...draft, intoId })}
        />
      </div>
    </div>
  );
}

function ShareSettings({
  data,
  draft,
}: DraftSettingsProps<Extract<EditDraft, { kind: 'dissolve' | 'handOver' }>>) {
  const format = usePlanFormat();
  return (
    <div className={classes.settings}>
      <div className={classes.line}>
        <label htmlFor="share-among">Shared among</label>
        <MultiSelect
          id="share-among"
          size="xs"
          searchable
          hidePickedOptions
          value={[...draft.receiverIds]}
          data={territoryChoices(data, draft.territoryId, format)}
          onChange={(receiverIds) => setDraft({ ...draft, receiverIds })}
        />
      </div>
      <MeasureChoice data={data} draft={draft} label="Even by" />
      {draft.kind === 'handOver' && (
        <div className={classes.line}>
          <label htmlFor="share-tolerance">Within</label>
          <NumberInput
            id="share-tolerance"
            value={Math.round(draft.toleranceShare * 100)}
            min={1}
            max={100}
            prefix="± "
            suffix="% of target"
            title={`The corridor is ± ${format.percent(data.scenario.corridorShare)}`}
            onChange={(value) => {
              const share = Number(value) / 100;
              if (share > 0) setDraft({ ...draft, toleranceShare: share });
            }}
          />
        </div>
      )}
    </div>
  );
}

function MeasureChoice({
  data,
  draft,
  label,
}: DraftSettingsProps<Extract<EditDraft, { kind: 'split' | 'dissolve' | 'handOver' }>> & {
  readonly label: string;
}) {
  return (
    <div className={classes.line}>
      <label htmlFor="draft-measure">{label}</label>
      <Select
        id="draft-measure"
        value={draft.measureId ?? COUNT}
        data={[
          ...data.plan.accounts.measures.map(({ id, name }) => ({ value: id, label: name })),
          { value: COUNT, label: 'Number of accounts' },
        ]}
        onChange={(value) => setDraft({ ...draft, measureId: value === COUNT ? null : value })}
      />
    </div>
  );
}

function territoryChoices({ scenario, evaluation }: TerritoriesData, withoutId: string, format: PlanFormat) {
  return evaluation.territories.assignable.flatMap((index) => {
    const { id, name } = scenario.territories[index]!;
    const value = evaluation.territories.index[index]!;
    const figure = Number.isNaN(value) ? '' : ` · ${format.index(value, scenario.corridorShare)}`;
    return id === withoutId ? [] : [{ value: id, label: `${name}${figure}` }];
  });
}
