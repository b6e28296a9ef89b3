import { open, writeFile } from 'node:fs/promises';
import { serveExportJob } from '../../../../electron/host/serveExportJob';

/** An exporter whose behaviour the test chooses by the workbook it hands over. */
await serveExportJob({
  async xlsx({ source, options, path }, report) {
    if (source.from === 'planFile') {
      await writeFile(path, source.bytes);
      return;
    }
    const { behave } = source.workbook as { behave: string };
    report(0.25, 'Accounts');
    if (behave === 'fail') throw new Error('The sheet "Quotas" has no rows.\n    at somewhere (inside.ts:1)');
    if (behave === 'full disk') throw Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC' });
    if (behave === 'crash') process.exit(3);
    const kept: number[][] = [];
    while (behave === 'take all memory') kept.push(Array<number>(1e6).fill(kept.length + 0.5));
    if (behave === 'hang') {
      await (await open(path, 'w')).write('half');
      for (let turns = 0; ; turns++) Math.sqrt(turns);
    }
    await writeFile(path, `written with ${String(options.note)}`);
    report(0.9, 'Closing');
  },
});
