import { Button } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useMediaQuery } from '@mantine/hooks';
import { compViewStore, useCompView } from './compViewStore';
import { ComponentList } from './ComponentList';
import { CurvePanel } from './CurvePanel';
import classes from './Designer.module.css';
import { PayoutTable } from './PayoutTable';
import { hasSettings, SettingsPanel } from './SettingsPanel';
import type { ShownCompPlan } from './useCompPlan';
import { WarningList } from './WarningList';
import { WhyPanel } from './WhyPanel';

/** Sentences, curve, table, warnings and the steps of one rep's number: one plan in five views. */
export function Designer({ shown }: { readonly shown: ShownCompPlan }) {
  const isWide = useMediaQuery('(min-width: 1240px)', true, { getInitialValueInEffect: false });
  const wanted = useCompView((view) => view.isWhyOpen);
  const settingsOf = useCompView((view) => view.settingsOf);
  const areSettingsOpen = hasSettings(shown.plan, settingsOf);
  const isWhyOpen = !areSettingsOpen && (wanted ?? isWide);
  const { component } = shown;
  return (
    <div className={classes.columns} data-why={isWhyOpen || areSettingsOpen || undefined}>
      <ComponentList shown={shown} />
      <div className={classes.middle}>
        {component && (
          <>
            <div className={classes.curve}>
              <CurvePanel shown={shown} component={component} />
            </div>
            <PayoutTable shown={shown} component={component} />
          </>
        )}
        <div className={classes.below}>
          <WarningList shown={shown} />
          {!isWhyOpen && (
            <Button
              className={classes.whyButton}
              leftSection={<IconHelpCircle size={16} stroke={1.6} />}
              onClick={() => compViewStore.setState({ isWhyOpen: true, settingsOf: null })}
            >
              Why this number?
            </Button>
          )}
        </div>
      </div>
      {areSettingsOpen && (
        <div className={classes.why}>
          <SettingsPanel shown={shown} of={settingsOf} />
        </div>
      )}
      {isWhyOpen && (
        <div className={classes.why}>
          <WhyPanel shown={shown} />
        </div>
      )}
    </div>
  );
}
