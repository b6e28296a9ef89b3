import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { lookAlikeHospitals } from '../lookAlikeHospitals';

/** The list that the journey is made on, and what it must come to. */
export interface HospitalList {
  readonly path: string;
  readonly isReal: boolean;
  readonly rowCount: number;
  /** Sum of BEDS over the rows where it is known. */
  readonly beds: number;
  /** Rows whose BEDS are not known. */
  readonly unknownBeds: number;
}

const REAL = join(import.meta.dirname, '../../../../shared/data/accounts/hifld_hospitals_beds.csv');

/**
 * The real hospital list where it lies beside the project, else a look-alike of it.
 * @param folder where the look-alike may be written
 */
export function hospitalList(folder: string): HospitalList {
  const isReal = existsSync(REAL);
  const path = isReal ? REAL : join(folder, 'hospitals.csv');
  if (!isReal) writeFileSync(path, lookAlikeHospitals());
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const beds = data.map((row) => Number(row.BEDS));
  return {
    path,
    isReal,
    rowCount: data.length,
    beds: beds.reduce((sum, value) => sum + Math.max(0, value), 0),
    unknownBeds: beds.filter((value) => value < 0).length,
  };
}
