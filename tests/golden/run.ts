/** `npm run -s golden -- FILE.json`: runs the worked cases of a file through the engine, a line a case. */
import { readCases, readText, runCase } from './runCases';

function main(): number {
  const file = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
  if (file === undefined) {
    console.error('Usage: npm run -s golden -- FILE.json');
    return 2;
  }
  let cases;
  try {
    cases = readCases(readText(file));
  } catch (error) {
    console.error(`${file} can't be run: ${error instanceof Error ? error.message : String(error)}.`);
    return 1;
  }
  const outcomes = cases.map(runCase);
  for (const { id, kind, verdict, details } of outcomes) {
    console.log([`${verdict} ${id} ${kind}`, ...details].join(' · '));
  }
  const count = (verdict: string) => outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const [passed, failed, unsupported] = [count('passed'), count('failed'), count('unsupported')];
  console.log(`${passed} passed, ${failed} failed, ${unsupported} unsupported`);
  return failed + unsupported > 0 ? 1 : 0;
}

process.exitCode = main();
