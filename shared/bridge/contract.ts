import { z } from 'zod';

// The pages' content security policy forbids eval, which zod would otherwise try at its first parse.
z.config({ jitless: true });

/** What went wrong, in words for a person: this is all of an error that crosses the bridge, never a stack. */
export const hostErrorCodes = [
  'bad-arguments',
  'unknown-channel',
  'not-allowed',
  'not-found',
  'no-access',
  'disk-full',
  'too-large',
  'export-failed',
  'unsupported',
  'host-gone',
  'failed',
] as const;
export type HostErrorCode = (typeof hostErrorCodes)[number];
export interface HostErrorData {
  code: HostErrorCode;
  message: string;
}

/** Answer of every channel on the wire. */
export type HostAnswer<T = unknown> = { ok: true; value: T } | { ok: false; error: HostErrorData };

/** The error both sides throw: the host to refuse, the renderer's client to hand the refusal on. */
export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(
    readonly code: HostErrorCode,
    message: string,
  ) {
    super(message);
  }
}

const bytes = z.instanceof(Uint8Array);
const id = z.string().min(1).max(200);
const fileName = z.string().min(1).max(200);
const option = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What a file dialog looks for: title and extensions. No extensions means any file. */
export const filePurposes = {
  accounts: { title: 'Import accounts', extensions: ['csv', 'tsv', 'txt', 'xlsx'] },
  plan: { title: 'Open plan', extensions: ['evenland'] },
  team: { title: 'Import team', extensions: ['csv', 'tsv', 'txt', 'xlsx'] },
  deals: { title: 'Import deals', extensions: ['csv', 'tsv', 'txt', 'xlsx'] },
  org: { title: 'Choose an export of your org', extensions: ['csv'] },
  postal: { title: 'Add postal codes', extensions: ['zip', 'txt'] },
  boundaries: { title: 'Import boundaries', extensions: ['geojson', 'json', 'kml'] },
  any: { title: 'Open', extensions: [] },
} satisfies Record<string, { title: string; extensions: string[] }>;
export type FilePurpose = keyof typeof filePurposes;
const filePurposeNames = Object.keys(filePurposes) as FilePurpose[];

/** Kinds of export the host can run as a job. A later kind is one more name and one more exporter. */
export const exportKinds = [
  'xlsx',
  'csv',
  'geojson',
  'kml',
  'salesforce',
  'hubspot',
  'dynamics',
  'parquet',
  'pptx',
] as const;
export type ExportKind = (typeof exportKinds)[number];

/** Where an export takes its content from. `workbook` is the workbook-as-data of shared/io/export, whole. */
export const exportSource = z.discriminatedUnion('from', [
  z.object({ from: z.literal('workbook'), workbook: z.unknown() }),
  z.object({ from: z.literal('planFile'), bytes }),
]);
export type ExportSource = z.infer<typeof exportSource>;

/** One schema a channel: the host parses the arguments with it before anything else is done. */
export const channelSchemas = {
  appInfo: z.object({}),
  userName: z.object({}),
  openFiles: z.object({ purpose: z.enum(filePurposeNames), multiple: z.boolean() }),
  openRecent: z.object({ fileId: id }),
  savePlanFile: z.object({
    suggestedName: fileName,
    bytes,
    /** A file opened or saved before, to be overwritten without a question; null asks where. */
    fileId: id.nullable(),
  }),
  chooseFolder: z.object({ purpose: z.enum(['export']) }),
  listRecents: z.object({}),
  forgetRecent: z.object({ fileId: id }),
  writeBackup: z.object({
    planId: id,
    planName: z.string().max(500),
    /** Count of edits in the plan's journal, so that two copies can be told older from newer. */
    revision: z.number().int().nonnegative(),
    bytes,
  }),
  listBackups: z.object({}),
  readBackup: z.object({ backupId: id }),
  startExport: z.object({
    kind: z.enum(exportKinds),
    suggestedName: fileName,
    source: exportSource,
    /** Exporter's own switches, e.g. scenarioId or withoutPay, when the source is a plan file. */
    options: z.record(z.string().max(100), option),
    /** Write into this chosen folder instead of asking for a file. */
    folderId: id.nullable(),
  }),
  cancelExport: z.object({ jobId: id }),
  printToPdf: z.object({ suggestedName: fileName, landscape: z.boolean() }),
  showInFolder: z.object({ fileId: id }),
  openFile: z.object({ fileId: id }),
  answerClose: z.object({ decision: z.enum(['close', 'stay']) }),
  log: z.object({ level: z.enum(['info', 'warn', 'error']), message: z.string().max(20_000) }),
} as const;

export type ChannelName = keyof typeof channelSchemas;
export type ChannelArguments<C extends ChannelName> = z.infer<(typeof channelSchemas)[C]>;
export const channelNames = Object.keys(channelSchemas) as ChannelName[];

/** Which host this is and what it can do, so that the renderer names its buttons truly. */
export interface AppInfo {
  host: 'desktop' | 'browser';
  appVersion: string;
  /** e.g. { node: '22.1.0', chrome: '140.0' }; whatever the host knows of itself. */
  versions: Record<string, string>;
  platform: 'darwin' | 'win32' | 'linux' | 'other';
  /** False in a browser: what is saved arrives as a download, and a file can't be written over in place. */
  canOverwriteFiles: boolean;
  /** False in a browser: saved files lie where the browser puts its downloads. */
  canShowInFolder: boolean;
  /** False in a browser: printing opens the browser's own dialog, which can save a PDF. */
  canPrintToPdf: boolean;
}

/** A file the person chose. The id stands for the path: the renderer can name no path of its own. */
export interface FileRef {
  fileId: string;
  name: string;
  /** For display only; null where the browser keeps it to itself. */
  folder: string | null;
}
export interface OpenedFile {
  /** Null where the host can't find the file again (a browser's upload). */
  file: FileRef | null;
  name: string;
  bytes: Uint8Array;
}
export interface RecentFile extends FileRef {
  /** ISO 8601, UTC. */
  usedAt: string;
}
export interface FolderRef {
  folderId: string;
  name: string;
}
export interface BackupInfo {
  backupId: string;
  planId: string;
  planName: string;
  revision: number;
  /** ISO 8601, UTC. */
  savedAt: string;
  sizeBytes: number;
}
/** `handedToBrowser`: the browser took over (its download or print dialog) and doesn't tell where to. */
export type SaveResult =
  { status: 'saved'; file: FileRef } | { status: 'cancelled' } | { status: 'handedToBrowser'; name: string };

export interface ExportProgress {
  jobId: string;
  kind: ExportKind;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  /** 0–1. */
  doneShare: number;
  /** What is being written now, in words. */
  step: string;
  /** Set once done. */
  file: FileRef | null;
  /** Set once failed. */
  error: HostErrorData | null;
}

/** Commands of the desktop menu; a browser has none and the renderer's own keys do the same. */
export const menuCommands = [
  'newPlan',
  'openPlan',
  'openSample',
  'savePlanFile',
  'importAccounts',
  'export',
  'print',
  'undo',
  'redo',
  'find',
  'settings',
  'keyboardShortcuts',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

export type HostEvent =
  | { type: 'menu'; command: MenuCommand }
  | { type: 'export'; job: ExportProgress }
  /** The window wants to close: finish what is in flight, then call answerClose. Silence means close. */
  | { type: 'beforeClose'; deadlineMs: number }
  /** A plan file was opened from outside (double click, second start); read it with openRecent. */
  | { type: 'openFile'; file: FileRef };

/** Results by channel. `null` is "the person cancelled". */
export interface ChannelResults {
  appInfo: AppInfo;
  userName: string;
  openFiles: OpenedFile[];
  openRecent: OpenedFile;
  savePlanFile: SaveResult;
  chooseFolder: FolderRef | null;
  listRecents: RecentFile[];
  forgetRecent: null;
  writeBackup: BackupInfo;
  listBackups: BackupInfo[];
  readBackup: Uint8Array;
  startExport: { jobId: string } | null;
  cancelExport: null;
  printToPdf: SaveResult;
  showInFolder: null;
  openFile: null;
  answerClose: null;
  log: null;
}

/** Every channel as a function; each rejects with a HostError and with nothing else. */
export type HostChannels = {
  [C in ChannelName]: Record<string, never> extends ChannelArguments<C>
    ? () => Promise<ChannelResults[C]>
    : (args: ChannelArguments<C>) => Promise<ChannelResults[C]>;
};

/** The one typed contract between host and renderer: the channels, and the events that come unasked. */
export interface HostApi extends HostChannels {
  /** @returns the function that ends the subscription */
  onEvent: (listener: (event: HostEvent) => void) => () => void;
}

/** What the preload script puts on `window.evenlandBridge`; renderer/host turns it into a HostApi. */
export interface PreloadBridge {
  invoke: (channel: string, args: unknown) => Promise<HostAnswer>;
  onEvent: (listener: (event: HostEvent) => void) => () => void;
}
