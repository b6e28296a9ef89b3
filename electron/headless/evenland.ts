import { runCommandLine } from './main';

// exceljs still calls Buffer() of old; the reader of a command's messages need not know.
process.noDeprecation = true;

// A reader that has enough, such as head, closes the pipe: the rest of the answer is not wanted, and no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  assetsFolder: new URL('../../assets/', import.meta.url),
});
