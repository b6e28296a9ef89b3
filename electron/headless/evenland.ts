import { runCommandLine } from './main';

// exceljs still calls Buffer() of old; the reader of a command's messages need not know.
process.noDeprecation = true;

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  assetsFolder: new URL('../../assets/', import.meta.url),
});
