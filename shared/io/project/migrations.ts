import { PLAN_VERSION } from '../../model/planDocument';
import { ProjectFileError } from './projectError';

/** Turns the plan.json and tables of version n into those of version n + 1. Pure, and never edited after release. */
export interface PlanMigration {
  readonly from: number;
  migrate(json: Record<string, unknown>, files: Map<string, string>): Record<string, unknown>;
}

/** Append-only, one a version. Each runs in tests/migrations against a frozen file of the version it starts from. */
const MIGRATIONS: readonly PlanMigration[] = [
  // Version 2 adds what a version 1 plan has none of: rules, exceptions, overlays' territories, measures by unit.
  { from: 1, migrate: (json) => ({ ...json, version: 2 }) },
  // Version 3 adds what a version 2 plan has none of: results, disputes and corrections, roles, reference figures.
  { from: 2, migrate: (json) => ({ ...json, version: 3 }) },
];

/**
 * Brings what a plan file holds up to the version of this app.
 * @throws ProjectFileError for a file newer than the app (left untouched) or of no known version
 */
export function migratePlan(
  json: Record<string, unknown>,
  files: Map<string, string>,
  migrations: readonly PlanMigration[] = MIGRATIONS,
): Record<string, unknown> {
  const version = json['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new ProjectFileError(
      'damaged',
      'plan.json does not say which version it is. Open a backup of the plan.',
    );
  }
  if (version > PLAN_VERSION) {
    throw new ProjectFileError(
      'newer-version',
      `This plan was saved by a newer Evenland (format ${version}; this one reads up to ${PLAN_VERSION}). ` +
        'Update Evenland to open it. The file was left as it is.',
    );
  }
  return migrations
    .filter((migration) => migration.from >= version)
    .sort((a, b) => a.from - b.from)
    .reduce((current, migration) => migration.migrate(current, files), json);
}
