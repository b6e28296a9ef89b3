import { IconBuilding, IconCoins, IconFileExport, IconMapPin2, IconUsers } from '@tabler/icons-react';
import { innerScreen, railScreen, type ScreenEntry } from './screenEntry';

/**
 * Every screen there is, in the order of the rail. To add one, add its line here (and its imports):
 *   railScreen('team', 'Team', IconUsers, async () => (await import('../features/team/TeamScreen')).TeamScreen),
 *   innerScreen('import', 'accounts', async () => (await import('../features/import/ImportScreen')).ImportScreen),
 * Icons: IconBuilding accounts, IconMapPin2 territories, IconUsers team, IconCoins comp, IconFileExport export.
 */
export const SCREENS: readonly ScreenEntry[] = [
  railScreen(
    'accounts',
    'Accounts',
    IconBuilding,
    async () => (await import('../features/accounts/AccountsScreen')).AccountsScreen,
  ),
  innerScreen(
    'import',
    'accounts',
    async () => (await import('../features/import/ImportScreen')).ImportScreen,
  ),
  innerScreen(
    'cleaning',
    'accounts',
    async () => (await import('../features/cleaning/CleaningScreen')).CleaningScreen,
  ),
  railScreen(
    'territories',
    'Territories',
    IconMapPin2,
    async () => (await import('../features/territories/TerritoriesScreen')).TerritoriesScreen,
  ),
  innerScreen(
    'balance',
    'territories',
    async () => (await import('../features/balance/BalanceScreen')).BalanceScreen,
  ),
  innerScreen(
    'sizing',
    'territories',
    async () => (await import('../features/sizing/SizingScreen')).SizingScreen,
  ),
  railScreen('team', 'Team', IconUsers, async () => (await import('../features/team/TeamScreen')).TeamScreen),
  railScreen(
    'comp',
    'Comp',
    IconCoins,
    async () => (await import('../features/compensation/CompScreen')).CompScreen,
  ),
  railScreen(
    'export',
    'Export',
    IconFileExport,
    async () => (await import('../features/export/ExportScreen')).ExportScreen,
  ),
];
