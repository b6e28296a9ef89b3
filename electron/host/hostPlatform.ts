import type { AppInfo, FilePurpose } from '../../shared/bridge/contract';

/** What a desktop window and a loopback server do each in their own way. Null or empty: the person cancelled. */
export interface HostPlatform {
  appInfo: AppInfo;
  chooseFilesToOpen(purpose: FilePurpose, multiple: boolean): Promise<string[]>;
  chooseSavePath(suggestedName: string): Promise<string | null>;
  chooseFolder(): Promise<string | null>;
  /** @returns the page as PDF */
  printPage(landscape: boolean): Promise<Uint8Array>;
  showInFolder(path: string): Promise<void>;
  /** Opens a file in the program that the machine keeps for it. @throws HostError where there is none */
  openFile(path: string): Promise<void>;
  answerClose(decision: 'close' | 'stay'): void;
}
