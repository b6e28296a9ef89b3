import type { BrowserWindow, FileFilter } from 'electron';
import { app, dialog, shell } from 'electron';
import { extname, join } from 'node:path';
import type { AppInfo } from '../../shared/bridge/contract';
import { filePurposes, HostError } from '../../shared/bridge/contract';
import type { HostPlatform } from '../host/hostPlatform';

const ANY_FILE: FileFilter = { name: 'All files', extensions: ['*'] };
const filterNames: Record<string, string> = {
  evenland: 'Evenland plan',
  xlsx: 'Excel workbook',
  pdf: 'PDF',
  csv: 'CSV',
  zip: 'Zip archive',
  pptx: 'PowerPoint presentation',
  geojson: 'GeoJSON',
  kml: 'KML',
  png: 'PNG picture',
  svg: 'SVG drawing',
};

/** The desktop's way of asking and showing: native dialogs on the window. */
export function desktopPlatform(
  currentWindow: () => BrowserWindow | null,
  answerClose: HostPlatform['answerClose'],
): HostPlatform {
  /** The window a dialog belongs to; there is one whenever a page can ask. */
  const owner = (): BrowserWindow => {
    const window = currentWindow();
    if (window === null) throw new Error('The window is gone.');
    return window;
  };
  return {
    appInfo: desktopInfo(),
    answerClose,
    async chooseFilesToOpen(purpose, multiple) {
      const { title, extensions } = filePurposes[purpose];
      const { canceled, filePaths } = await dialog.showOpenDialog(owner(), {
        title,
        filters: extensions.length === 0 ? [ANY_FILE] : [{ name: title, extensions }, ANY_FILE],
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      return canceled ? [] : filePaths;
    },
    async chooseSavePath(suggestedName) {
      const extension = extname(suggestedName).slice(1);
      const filter = { name: filterNames[extension] ?? extension.toUpperCase(), extensions: [extension] };
      const { canceled, filePath } = await dialog.showSaveDialog(owner(), {
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: extension === '' ? [ANY_FILE] : [filter, ANY_FILE],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
    async chooseFolder() {
      const { canceled, filePaths } = await dialog.showOpenDialog(owner(), {
        title: 'Choose a folder',
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    printPage: (landscape) =>
      owner().webContents.printToPDF({
        landscape,
        printBackground: true,
        preferCSSPageSize: true,
        // Headings become bookmarks: a book of territories opens at the one that is looked for.
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
    async openFile(path) {
      const problem = await shell.openPath(path);
      if (problem !== '') throw new HostError('failed', `No program opened it: ${problem}`);
    },
    showInFolder(path) {
      shell.showItemInFolder(path);
      return Promise.resolve();
    },
  };
}

function desktopInfo(): AppInfo {
  const { platform, versions } = process;
  const known = platform === 'darwin' || platform === 'win32' || platform === 'linux';
  return {
    host: 'desktop',
    appVersion: app.getVersion(),
    versions: { electron: versions.electron ?? '', chrome: versions.chrome ?? '', node: versions.node },
    platform: known ? platform : 'other',
    canOverwriteFiles: true,
    canShowInFolder: true,
    canPrintToPdf: true,
  };
}
