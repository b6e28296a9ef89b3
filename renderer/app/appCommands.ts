import { openSpotlight } from '@mantine/spotlight';
import type { MenuCommand } from '../../shared/bridge/contract';
import { runAppCommand, type AppCommand } from '../state/commandStore';
import { openDialog } from '../state/dialogStore';
import { hostApi } from '../state/hostAccess';
import { sendToImport } from '../state/incomingFiles';
import {
  choosePlanFile,
  duplicatePlan,
  openEmptyPlan,
  openSamplePlan,
  renameSavedPlan,
  savePlanFile,
} from '../state/planSession';
import { planStore } from '../state/planStore';
import { goTo } from '../state/routeStore';
import { SCREENS } from './screens';

const isPlanOpen = (): boolean => planStore.store.getState().plan !== null;
const isEditable = (): boolean => isPlanOpen() && planStore.store.getState().readOnlyReason === null;

/** Commands of the window itself; screens add theirs while they are shown. */
export function appCommands(): AppCommand[] {
  return [...screenCommands(), ...editCommands(), ...planCommands(), ...windowCommands()];
}

function editCommands(): AppCommand[] {
  const history = () => planStore.store.getState().history;
  return [
    {
      id: 'edit.undo',
      title: 'Undo',
      group: 'Edit',
      keys: ['mod+Z'],
      isEnabled: () => history().done.length > 0,
      run: () => planStore.undo(),
    },
    {
      id: 'edit.redo',
      title: 'Redo',
      group: 'Edit',
      keys: ['mod+shift+Z', 'mod+Y'],
      isEnabled: () => history().undone.length > 0,
      run: () => planStore.redo(),
    },
  ];
}

function planCommands(): AppCommand[] {
  const withPlan = (work: (id: string, name: string) => void) => () => {
    const { plan } = planStore.store.getState();
    if (plan) work(plan.id, plan.name);
  };
  return [
    {
      id: 'plan.sample',
      title: 'Open the sample plan',
      group: 'Plan',
      keys: ['mod+1'],
      words: 'demo example try',
      run: () => void openSamplePlan().then(goHome),
    },
    {
      id: 'plan.import',
      title: 'Import accounts',
      group: 'Plan',
      keys: ['mod+2'],
      words: 'csv xlsx excel file list salesforce hubspot dynamics',
      run: () => void chooseAccounts(),
    },
    {
      id: 'plan.clean',
      title: 'Clean up accounts',
      group: 'Plan',
      words: 'duplicates merge families parents owners spelling variants find replace',
      isEnabled: isPlanOpen,
      run: () => goTo('cleaning'),
    },
    {
      id: 'plan.balance',
      title: 'Balance territories',
      group: 'Plan',
      words: 'solve optimise even fair travel tolerance carve',
      isEnabled: isPlanOpen,
      run: () => goTo('balance'),
    },
    {
      id: 'plan.size',
      title: 'Size the team',
      group: 'Plan',
      words: 'how many reps headcount capacity workload sizing',
      isEnabled: isPlanOpen,
      run: () => goTo('sizing'),
    },
    {
      id: 'plan.open',
      title: 'Open a plan file',
      group: 'Plan',
      keys: ['mod+O'],
      words: 'evenland',
      run: () => void choosePlanFile().then(goHome),
    },
    { id: 'plan.new', title: 'New plan', group: 'Plan', run: () => void openEmptyPlan().then(goHome) },
    {
      id: 'plan.saveFile',
      title: 'Save a copy as a file',
      group: 'Plan',
      keys: ['mod+S'],
      words: 'evenland send download',
      isEnabled: isPlanOpen,
      run: () => void savePlanFile(),
    },
    {
      id: 'app.print',
      title: 'Print and picture',
      group: 'Plan',
      keys: ['mod+P'],
      words: 'pdf png svg image paper book',
      isEnabled: isPlanOpen,
      run: () => openDialog({ kind: 'print', shown: null }),
    },
    {
      id: 'plan.rename',
      title: 'Rename plan',
      group: 'Plan',
      isEnabled: isEditable,
      run: withPlan((id, name) =>
        openDialog({
          kind: 'name',
          title: 'Rename plan',
          label: 'Name',
          initial: name,
          action: 'Rename',
          onAccept: (given) => void renameSavedPlan(id, given),
        }),
      ),
    },
    {
      id: 'plan.duplicate',
      title: 'Duplicate plan',
      group: 'Plan',
      isEnabled: isPlanOpen,
      run: withPlan((id, name) => void duplicatePlan(id, name)),
    },
    {
      id: 'plan.all',
      title: 'All plans',
      group: 'Plan',
      words: 'recent welcome',
      run: () => goTo('welcome'),
    },
    {
      id: 'plan.settings',
      title: 'Settings',
      group: 'Plan',
      keys: ['mod+,'],
      words: 'currency fiscal year miles km date dark light',
      run: () => openDialog({ kind: 'settings' }),
    },
  ];
}

function screenCommands(): AppCommand[] {
  return SCREENS.filter((screen) => screen.label !== null).map((screen) => ({
    id: `go.${screen.id}`,
    title: screen.label ?? '',
    group: 'Go to',
    isEnabled: isPlanOpen,
    run: () => goTo(screen.id),
  }));
}

function windowCommands(): AppCommand[] {
  return [
    { id: 'app.search', title: 'Search', group: 'Help', keys: ['mod+K'], run: openSpotlight },
    {
      id: 'app.keys',
      title: 'All keys',
      group: 'Help',
      keys: ['?'],
      words: 'keyboard shortcuts',
      run: () => openDialog({ kind: 'keys' }),
    },
    {
      id: 'app.about',
      title: 'About Evenland',
      group: 'Help',
      words: 'version licence attribution',
      run: () => openDialog({ kind: 'about' }),
    },
  ];
}

/** From where a plan was opened to its map. */
function goHome(): void {
  if (isPlanOpen()) goTo('territories');
}

async function chooseAccounts(): Promise<void> {
  const [file] = await hostApi().openFiles({ purpose: 'accounts', multiple: false });
  if (file) sendToImport({ name: file.name, bytes: file.bytes });
}

const OF_MENU: Readonly<Record<MenuCommand, string>> = {
  newPlan: 'plan.new',
  openPlan: 'plan.open',
  openSample: 'plan.sample',
  savePlanFile: 'plan.saveFile',
  importAccounts: 'plan.import',
  export: 'go.export',
  print: 'app.print',
  undo: 'edit.undo',
  redo: 'edit.redo',
  find: 'app.search',
  settings: 'plan.settings',
  keyboardShortcuts: 'app.keys',
};

/** Runs what the desktop's menu names; what this screen does not offer is left undone. */
export function runMenuCommand(command: MenuCommand): void {
  runAppCommand(OF_MENU[command]);
}
