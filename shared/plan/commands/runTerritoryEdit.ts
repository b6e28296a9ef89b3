import type { PlanDocument } from '../../model/planDocument';
import type { PlanDiff } from '../planDiff';
import type { TerritoryEdit } from '../territoryEdit';
import { applyBoundaries, setBoundary } from './boundaryCommands';
import { putException, removeException, setKeepsFamilies } from './exceptionCommands';
import { addLevel, moveTerritory, removeLevel, renameLevel } from './levelCommands';
import { addOverlay, removeOverlay, renameOverlay } from './overlayCommands';
import { dissolveTerritory, handOver, mergeTerritories, splitTerritory } from './reshapeCommands';
import { applyRules, setRules } from './ruleCommands';
import {
  assignUnits,
  followUnits,
  putUnitMeasure,
  removeUnitMeasure,
  setUnitBridges,
  setUnitKeys,
  unassignUnits,
} from './unitCommands';

/** Edits of units, hierarchy, overlays, exceptions and rules. @throws CommandError */
export function runTerritoryEdit(document: PlanDocument, edit: TerritoryEdit): PlanDiff {
  switch (edit.kind) {
    case 'assignUnits':
      return assignUnits(document, edit);
    case 'unassignUnits':
      return unassignUnits(document, edit);
    case 'followUnits':
      return followUnits(document, edit);
    case 'setUnitKeys':
      return setUnitKeys(document, edit);
    case 'putUnitMeasure':
      return putUnitMeasure(document, edit);
    case 'removeUnitMeasure':
      return removeUnitMeasure(document, edit);
    case 'setUnitBridges':
      return setUnitBridges(document, edit);
    case 'renameLevel':
      return renameLevel(document, edit);
    case 'addLevel':
      return addLevel(document, edit);
    case 'removeLevel':
      return removeLevel(document, edit);
    case 'moveTerritory':
      return moveTerritory(document, edit);
    case 'splitTerritory':
      return splitTerritory(document, edit);
    case 'mergeTerritories':
      return mergeTerritories(document, edit);
    case 'dissolveTerritory':
      return dissolveTerritory(document, edit);
    case 'handOver':
      return handOver(document, edit);
    case 'setBoundary':
      return setBoundary(document, edit);
    case 'applyBoundaries':
      return applyBoundaries(document, edit);
    case 'addOverlay':
      return addOverlay(document, edit);
    case 'renameOverlay':
      return renameOverlay(document, edit);
    case 'removeOverlay':
      return removeOverlay(document, edit);
    case 'putException':
      return putException(document, edit);
    case 'removeException':
      return removeException(document, edit);
    case 'setKeepsFamilies':
      return setKeepsFamilies(document, edit);
    case 'setRules':
      return setRules(document, edit);
    case 'applyRules':
      return applyRules(document, edit);
  }
}
