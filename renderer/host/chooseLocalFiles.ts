import type { FilePurpose, OpenedFile } from '../../shared/bridge/contract';
import { filePurposes, HostError } from '../../shared/bridge/contract';

/**
 * The browser's own file dialog. It opens only right after a click or key of the person.
 * @returns no file where the person cancelled
 */
export async function chooseLocalFiles(purpose: FilePurpose, multiple: boolean): Promise<OpenedFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = multiple;
  input.hidden = true;
  input.accept = filePurposes[purpose].extensions.map((extension) => `.${extension}`).join(',');
  document.body.append(input);
  try {
    const isChosen = await new Promise<boolean>((resolve) => {
      input.addEventListener('change', () => resolve(true));
      input.addEventListener('cancel', () => resolve(false));
      input.click();
    });
    return isChosen ? await Promise.all([...(input.files ?? [])].map(readLocalFile)) : [];
  } finally {
    input.remove();
  }
}

async function readLocalFile(file: File): Promise<OpenedFile> {
  try {
    return { file: null, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    throw new HostError('not-found', `The file "${file.name}" can't be read. Choose it again.`);
  }
}
