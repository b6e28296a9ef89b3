import { Suspense } from 'react';
import { WelcomeScreen } from '../features/firstRun/WelcomeScreen';
import { usePlanStore } from '../state/planStore';
import { useRoute } from '../state/routeStore';
import { ErrorBoundary } from './ErrorBoundary';
import classes from './Frame.module.css';
import { Rail } from './Rail';
import { SCREENS } from './screens';
import { ScreenOpening } from './ScreenOpening';
import { StatusBar } from './StatusBar';
import { TopBar } from './TopBar';
import { useFrameFirst } from './useFrameFirst';

/** Accounts from which on a screen may take over a second to draw. */
const LONG_LIST = 200_000;

/** Top bar, rail and status bar round the screen that the route names. */
export function Frame() {
  const isPlanOpen = usePlanStore((state) => state.plan !== null);
  const planId = usePlanStore((state) => state.plan?.id ?? 'none');
  const screenId = useRoute((route) => route.screen);
  const screen = SCREENS.find((each) => each.id === screenId) ?? SCREENS.find((each) => each.label !== null);
  const isWelcome = screenId === 'welcome' || (!isPlanOpen && screenId !== 'import');
  const Screen = isWelcome || !screen ? WelcomeScreen : screen.Component;
  const shownId = isWelcome ? 'welcome' : (screen?.id ?? 'welcome');
  const isLong = usePlanStore((state) => (state.plan?.accounts.rowCount ?? 0) > LONG_LIST);
  const isDrawn = useFrameFirst(`${planId} ${shownId}`, isLong && !isWelcome);
  const name = (isWelcome ? null : screen?.label) ?? 'the screen';
  const opening = <ScreenOpening name={name} isLong={isLong} />;

  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#screen">
        Skip to the screen
      </a>
      <TopBar />
      <Rail isPlanOpen={isPlanOpen} litId={isWelcome ? null : (screen?.rail ?? null)} />
      <main className={classes.screen} id="screen" tabIndex={-1}>
        <ErrorBoundary area="screen" key={`${planId} ${shownId}`}>
          <Suspense fallback={opening}>{isDrawn ? <Screen /> : opening}</Suspense>
        </ErrorBoundary>
      </main>
      <StatusBar />
    </div>
  );
}
