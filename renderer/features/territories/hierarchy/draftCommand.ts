import type { PlanCommand } from '../../../../shared/plan/command';
import type { EditDraft } from './editDraftStore';

/** Same edit, same outcome. */
const SEED = 1;

/** The command that a draft comes to. */
export function draftCommand(scenarioId: string, draft: EditDraft): PlanCommand {
  switch (draft.kind) {
    case 'split':
      return {
        kind: 'splitTerritory',
        scenarioId,
        territoryId: draft.territoryId,
        parts: draft.parts,
        measureId: draft.measureId,
        by: draft.by,
        unitPlaces: draft.unitPlaces,
      };
    case 'merge':
      return { kind: 'mergeTerritories', scenarioId, fromId: draft.territoryId, intoId: draft.intoId };
    case 'dissolve':
      return {
        kind: 'dissolveTerritory',
        scenarioId,
        territoryId: draft.territoryId,
        measureId: draft.measureId,
        receiverIds: draft.receiverIds,
        unitPlaces: draft.unitPlaces,
      };
    case 'handOver':
      return {
        kind: 'handOver',
        scenarioId,
        territoryId: draft.territoryId,
        measureId: draft.measureId,
        receiverIds: draft.receiverIds,
        toleranceShare: draft.toleranceShare,
        seed: SEED,
      };
    case 'command':
      return draft.command;
  }
}
