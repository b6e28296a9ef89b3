import { IconArrowBackUp, IconDeviceFloppy, IconKeyboard, IconMapOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { runAppCommand } from '../../state/commandStore';
import { openSamplePlan } from '../../state/planSession';
import { goTo } from '../../state/routeStore';
import { useSavedPlans, refreshSavedPlans } from '../../state/savedPlanStore';
import { KeyCaps } from '../../ui/KeyCaps';
import { DropCard } from './DropCard';
import { PlanList } from './PlanList';
import { SampleArt } from './SampleArt';
import { WayCard } from './WayCard';
import classes from './WelcomeScreen.module.css';

/** The three ways in: the sample, a list of accounts, a plan. With plans on this computer, they come first. */
export function WelcomeScreen() {
  const plans = useSavedPlans((state) => state.plans);
  const others = useSavedPlans((state) => state.backups.length + state.recentFiles.length);
  const [isOpening, setIsOpening] = useState(false);
  useEffect(() => {
    void refreshSavedPlans();
  }, []);
  const hasPlans = (plans?.length ?? 0) + others > 0;

  async function openSample(): Promise<void> {
    setIsOpening(true);
    const isOpen = await openSamplePlan();
    setIsOpening(false);
    if (isOpen) goTo('territories');
  }

  return (
    <div className={classes.screen}>
      <div className={classes.middle}>
        <header className={classes.heading}>
          <h1>Plan territories and pay together</h1>
          <p>Everything stays on this computer. Pick a way to begin; you can change your mind later.</p>
        </header>
        <div className={classes.cards}>
          <WayCard
            title="Open the sample plan"
            text="2,500 accounts, 24 territories and reps, quotas and two compensation plans, ready to change."
            action={isOpening ? 'Opening' : 'Open sample plan'}
            keys="mod+1"
            isPrimary={plans !== null && !hasPlans}
            isBusy={isOpening}
            art={<SampleArt />}
            onAction={() => void openSample()}
          />
          <WayCard
            title="Import your accounts"
            text="Bring a customer list as it is. Columns, postal codes and places are matched for you to check."
            action="Choose a file"
            keys="mod+2"
            art={<DropCard />}
            onAction={() => runAppCommand('plan.import')}
          />
          <WayCard
            title="Open a plan"
            text="Continue a plan you or a colleague saved. A newer file than this version is left untouched."
            action="Open plan"
            keys="mod+O"
            art={<PlanList />}
            onAction={() => runAppCommand('plan.open')}
          />
        </div>
        <ul className={classes.facts}>
          <li>
            <IconMapOff size={16} stroke={1.6} aria-hidden /> Maps work with no network
          </li>
          <li>
            <IconArrowBackUp size={16} stroke={1.6} aria-hidden /> Everything can be undone
          </li>
          <li>
            <IconDeviceFloppy size={16} stroke={1.6} aria-hidden /> Saved as you go
          </li>
          <li>
            <IconKeyboard size={16} stroke={1.6} aria-hidden /> Press <KeyCaps keys="?" /> for all keys
          </li>
        </ul>
      </div>
    </div>
  );
}
