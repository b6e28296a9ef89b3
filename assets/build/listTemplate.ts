import { fileURLToPath } from 'node:url';
import { writeXlsx } from '../../electron/export/writeXlsx';
import { listTemplate } from '../../shared/io/import/listTemplate';

/** Writes the list to fill in that the import screen offers (`npm run assets:template`). */
const OUT = new URL('../templates/accountList.xlsx', import.meta.url);

await writeXlsx(fileURLToPath(OUT), listTemplate(), () => undefined);
