import { runCommandLine } from './main';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  assetsFolder: new URL('../../assets/', import.meta.url),
});
