import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PlanDocument } from '../../shared/model/planDocument';
import type { Scenario } from '../../shared/model/scenario';
import { ProjectFileError } from '../../shared/io/project/projectError';
import { readPlanFile, writePlanFile } from '../../shared/io/project/planFile';
import { writeFileAtomic } from '../host/writeFileAtomic';
import { UsageError, WorkError } from './commandLine';

/** @throws WorkError that names the file and says why it can't be read */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new WorkError(`${path}: there is no such file. Check the name and the folder.`);
    if (code === 'EISDIR') throw new WorkError(`${path} is a folder. Name a file in it.`);
    if (code === 'EACCES')
      throw new WorkError(`${path} can't be read: no permission. Change its permissions.`);
    throw new WorkError(`${path} can't be read (${code ?? 'unknown error'}).`);
  }
}

/** @throws WorkError that names the file */
export async function readPlan(path: string): Promise<PlanDocument> {
  try {
    return readPlanFile(await readBytes(path));
  } catch (error) {
    if (error instanceof ProjectFileError) throw new WorkError(`${basename(path)}: ${error.message}`);
    throw error;
  }
}

/** Writes whole or not at all. */
export async function writePlan(path: string, document: PlanDocument): Promise<void> {
  await writeFileAtomic(path, writePlanFile(document));
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Finds something by stable id or by unique name, case folded.
 * @throws UsageError when nothing, or more than one thing, is called that
 */
export function resolveName<T extends Named>(what: string, wanted: string, among: readonly T[]): T {
  const byId = among.find((candidate) => candidate.id === wanted);
  if (byId) return byId;
  const folded = wanted.trim().toLowerCase();
  const byName = among.filter((candidate) => candidate.name.toLowerCase() === folded);
  if (byName.length === 1) return byName[0]!;
  const known = among.map((candidate) => candidate.name).join(', ') || 'none';
  if (byName.length === 0) throw new UsageError(`There is no ${what} "${wanted}". There are: ${known}.`);
  const ids = byName.map((candidate) => candidate.id).join(', ');
  throw new UsageError(`More than one ${what} is called "${wanted}". Use an id: ${ids}.`);
}

/** The scenario named with --scenario, else the plan's first. */
export function chooseScenario(document: PlanDocument, wanted: string | null): Scenario {
  return wanted === null ? document.scenarios[0]! : resolveName('scenario', wanted, document.scenarios);
}
