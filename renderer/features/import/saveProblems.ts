import { notify } from '../../state/noticeStore';
import { importClient } from './importActions';
import { importStore } from './importStore';

/** Saves all findings as a CSV file, to be handed to whoever keeps the list. */
export async function saveProblems(): Promise<void> {
  const { file } = importStore.getState();
  const csv = await importClient().problemsCsv();
  const link = document.createElement('a');
  const fileName = `${file?.fileName.replace(/\.[a-z]+$/i, '') ?? 'import'} problems.csv`;
  // A mark of UTF-8 first, so that Excel reads accents.
  link.href = URL.createObjectURL(new Blob(['\ufeff', csv], { type: 'text/csv;charset=utf-8' }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  notify('done', `${fileName} is saved`, 'It lies where the browser puts its downloads.');
}
