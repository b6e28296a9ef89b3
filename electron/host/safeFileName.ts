const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const LENGTH_LIMIT = 150;

/** A suggested name made fit for every file system: no folders, no control characters, no reserved word. */
export function safeFileName(suggestedName: string): string {
  const cleaned = suggestedName
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '-')
    .replace(/^[.\s-]+|[.\s]+$/g, '');
  const dot = cleaned.lastIndexOf('.');
  const extension = dot > 0 && cleaned.length - dot <= 10 ? cleaned.slice(dot) : '';
  const stem = cleaned.slice(0, cleaned.length - extension.length).slice(0, LENGTH_LIMIT - extension.length);
  const name = stem + extension || 'Untitled';
  return RESERVED_ON_WINDOWS.test(name) ? `_${name}` : name;
}
