import type { MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';
import type { MenuCommand } from '../../shared/bridge/contract';

/**
 * The app's menu. What concerns the plan goes to the renderer as a command; undo and redo too, since they mean
 * the plan's history there (their keys stay with the page, so that a text field keeps its own).
 */
export function buildMenu(send: (command: MenuCommand) => void, isMac: boolean): Menu {
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  return Menu.buildFromTemplate([
    ...(isMac ? [appMenu(command)] : []),
    fileMenu(command, isMac),
    editMenu(command, isMac),
    viewMenu,
    { role: 'windowMenu' },
    helpMenu(command, isMac),
  ]);
}

type CommandItem = (label: string, name: MenuCommand, accelerator?: string) => MenuItemConstructorOptions;

const separator: MenuItemConstructorOptions = { type: 'separator' };
const pageKey = (item: MenuItemConstructorOptions): MenuItemConstructorOptions => ({
  ...item,
  registerAccelerator: false,
});

const appMenu = (command: CommandItem): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    { role: 'about' },
    separator,
    command('Settings…', 'settings', 'Cmd+,'),
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { role: 'quit' },
  ],
});

const fileMenu = (command: CommandItem, isMac: boolean): MenuItemConstructorOptions => ({
  label: '&File',
  submenu: [
    command('New plan', 'newPlan', 'CmdOrCtrl+N'),
    command('Open plan…', 'openPlan', 'CmdOrCtrl+O'),
    command('Open the sample plan', 'openSample'),
    separator,
    command('Save plan file…', 'savePlanFile', 'CmdOrCtrl+S'),
    command('Import accounts…', 'importAccounts', 'CmdOrCtrl+I'),
    command('Export…', 'export', 'CmdOrCtrl+E'),
    command('Print…', 'print', 'CmdOrCtrl+P'),
    separator,
    ...(isMac ? [] : [command('Settings…', 'settings', 'Ctrl+,'), separator]),
    isMac ? { role: 'close' } : { role: 'quit' },
  ],
});

const editMenu = (command: CommandItem, isMac: boolean): MenuItemConstructorOptions => ({
  label: '&Edit',
  submenu: [
    pageKey(command('Undo', 'undo', 'CmdOrCtrl+Z')),
    pageKey(command('Redo', 'redo', isMac ? 'Shift+Cmd+Z' : 'Ctrl+Y')),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    separator,
    pageKey(command('Search and commands', 'find', 'CmdOrCtrl+K')),
  ],
});

const viewMenu: MenuItemConstructorOptions = {
  label: '&View',
  submenu: [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
    { role: 'toggleDevTools' },
  ],
};

const helpMenu = (command: CommandItem, isMac: boolean): MenuItemConstructorOptions => ({
  role: 'help',
  submenu: [
    command('Keyboard shortcuts', 'keyboardShortcuts'),
    ...(isMac ? [] : [{ role: 'about' as const }]),
  ],
});
