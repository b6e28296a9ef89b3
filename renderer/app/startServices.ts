import { connectHost } from '../host/connectHost';
import { appInfoStore } from '../state/appInfoStore';
import { copyColumnsAhead } from '../state/copyColumnsAhead';
import { registerCommands } from '../state/commandStore';
import { connectHostApi, hostApi, logProblem } from '../state/hostAccess';
import { onPlanFile } from '../state/incomingFiles';
import { notify } from '../state/noticeStore';
import { openPlanFile, openRecentFile, reopenLastPlan, settle, startAutosave } from '../state/planSession';
import { planStore } from '../state/planStore';
import { followPlan } from '../state/resultStore';
import { parseRoute, routeStore } from '../state/routeStore';
import { refreshSavedPlans, savedPlans } from '../state/savedPlanStore';
import { appCommands, runMenuCommand } from './appCommands';
import { followKeys } from './followKeys';

/** A removed plan can be had back for thirty days. */
const TRASH_KEPT_MS = 30 * 24 * 3_600_000;

/**
 * The only wiring of the window: host, address, keys, commands, autosave, recompute, menu, closing.
 * Called once, before the first paint.
 */
export function startServices(): void {
  connectHostApi(connectHost());
  followAddress();
  followPlan();
  copyColumnsAhead();
  startAutosave();
  registerCommands(appCommands());
  followKeys(window);
  onPlanFile((file) => void openPlanFile(file.bytes));
  hostApi().onEvent((event) => {
    switch (event.type) {
      case 'menu':
        runMenuCommand(event.command);
        break;
      case 'beforeClose':
        void settle().finally(() => void hostApi().answerClose({ decision: 'close' }));
        break;
      case 'openFile':
        void openRecentFile(event.file.fileId);
        break;
      case 'export':
        break;
    }
  });
  planStore.onEvent((event) => {
    if (event.kind === 'rejected') notify('warning', 'That can’t be done', event.message);
  });
  window.addEventListener('unhandledrejection', (event) => {
    const reason: unknown = event.reason;
    logProblem(`Unhandled: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
  });
  // A tab of a browser gives no notice before it closes; being hidden is the last sure sign.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void settle();
  });
  void hostApi()
    .appInfo()
    .then((info) => appInfoStore.setState({ info }))
    .catch((error: unknown) => logProblem(String(error)));
  planStore.store.subscribe(({ plan }) => {
    document.title = plan ? `${plan.name} · Evenland` : 'Evenland';
  });
  // Asks the browser not to clear plans away when the disk runs short; its answer changes nothing here.
  void navigator.storage.persist();
  void refreshSavedPlans()
    .then(reopenLastPlan)
    .then(() => savedPlans().emptyTrash(TRASH_KEPT_MS));
}

/** Keeps the address and the route the same, so that reload and Back do what they do elsewhere. */
function followAddress(): void {
  routeStore.setState(parseRoute(location.hash));
  window.addEventListener('hashchange', () => routeStore.setState(parseRoute(location.hash)));
  routeStore.subscribe(({ screen, section }) => {
    const hash = `#/${screen}${section ? `/${section}` : ''}`;
    if (location.hash !== hash) history.pushState(null, '', hash);
  });
  window.addEventListener('popstate', () => routeStore.setState(parseRoute(location.hash)));
}
