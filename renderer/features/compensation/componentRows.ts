import type { CompComponent, CompComponentOf } from '../../../shared/model/compComponent';
import { measureFieldUnit } from './componentSettings';
import { choicesOf, type SettingField, type SettingRows } from './settingField';

const RATE_UNITS = { base: 'factor', share: 'ratio', perUnit: 'money' } as const;
const REACH = choicesOf({ own: 'own band', all: 'all volume' });

function cell(
  label: string,
  path: SettingField['path'],
  value: SettingField['value'],
  unit: SettingField['unit'],
): SettingField {
  return { label, path, value, unit };
}

/** The list that a component is made of, as rows of fields; null where its kind has none, or a grid of cells. */
export function componentRows(component: CompComponent): SettingRows | null {
  const measure = measureFieldUnit(component.measureUnit);
  switch (component.kind) {
    case 'tiers':
      return tierRows(component);
    case 'amountTiers':
      return {
        title: 'Bands',
        part: 'band',
        columns: ['From', 'To', 'Amount'],
        rows: component.tiers.map((tier, at) => [
          cell(`Band ${at + 1} from`, ['tiers', at, 'from'], tier.from, measure),
          cell(`Band ${at + 1} to`, ['tiers', at, 'to'], tier.to, measure),
          cell(`Band ${at + 1} amount`, ['tiers', at, 'amountCents'], tier.amountCents, 'money'),
        ]),
      };
    case 'curve':
      return {
        title: 'Points',
        part: 'point',
        columns: [component.axis === 'attainment' ? 'Attainment' : 'Measure', 'Pays, of target'],
        rows: component.points.map((point, at) => [
          cell(
            `Point ${at + 1} at`,
            ['points', at, 'x'],
            point.x,
            component.axis === 'attainment' ? 'ratio' : measure,
          ),
          cell(`Point ${at + 1} pays`, ['points', at, 'payRatio'], point.payRatio, 'ratio'),
        ]),
      };
    case 'objectives':
      return {
        title: 'Objectives',
        part: 'objective',
        columns: ['Objective', 'Weight'],
        rows: component.objectives.map((objective, at) => [
          cell(`Objective ${at + 1}`, ['objectives', at, 'name'], objective.name, 'text'),
          cell(
            `Weight of ${objective.name}`,
            ['objectives', at, 'weightRatio'],
            objective.weightRatio,
            'ratio',
          ),
        ]),
      };
    case 'kicker':
      return {
        title: 'Milestones',
        part: 'milestone',
        columns: ['Attainment', 'Pays'],
        rows: component.milestones.map((milestone, at) => [
          cell(`Milestone ${at + 1} at`, ['milestones', at, 'attainment'], milestone.attainment, 'ratio'),
          cell(
            `Milestone ${at + 1} pays`,
            ['milestones', at, 'pays'],
            milestone.pays,
            component.of === 'amount' ? 'money' : 'ratio',
          ),
        ]),
      };
    case 'rankBonus':
      return prizeRows(component.prizesCents, []);
    case 'spif':
      if (component.award.kind === 'contest') return prizeRows(component.award.prizesCents, ['award']);
      return component.award.kind === 'perUnit'
        ? {
            title: 'Units',
            part: 'band',
            columns: ['From unit', 'To unit', 'A unit'],
            rows: component.award.bands.map((band, at) => [
              cell(`Band ${at + 1} from unit`, ['award', 'bands', at, 'first'], band.first, 'number'),
              cell(`Band ${at + 1} to unit`, ['award', 'bands', at, 'last'], band.last, 'number'),
              cell(`Band ${at + 1} pays a unit`, ['award', 'bands', at, 'cents'], band.cents, 'money'),
            ]),
          }
        : null;
    case 'flat':
    case 'matrix':
      return null;
  }
}

function prizeRows(prizesCents: readonly number[], path: readonly string[]): SettingRows {
  return {
    title: 'Prizes',
    part: 'prize',
    columns: ['Prize by place'],
    rows: prizesCents.map((cents, at) => [
      cell(`Prize of place ${at + 1}`, [...path, 'prizesCents', at], cents, 'money'),
    ]),
  };
}

function tierRows(component: CompComponentOf<'tiers'>): SettingRows {
  const edge = component.basis === 'attainment' ? 'ratio' : measureFieldUnit(component.measureUnit);
  const isMixed = component.how === 'marginal';
  const reach = (at: number): SettingField => ({
    ...cell(
      `Tier ${at + 1} is paid on`,
      ['tiers', at, 'reach'],
      component.tiers[at]?.isRetroactive ? 'all' : 'own',
      'choice',
    ),
    choices: REACH,
  });
  return {
    title: 'Tiers',
    part: 'tier',
    columns: ['From', 'To', 'Rate', ...(isMixed ? ['Paid on'] : [])],
    rows: component.tiers.map((tier, at) => [
      cell(`Tier ${at + 1} from`, ['tiers', at, 'from'], tier.from, edge),
      {
        ...cell(`Tier ${at + 1} to`, ['tiers', at, 'to'], tier.to, edge),
        isClearable: at === component.tiers.length - 1,
      },
      cell(`Tier ${at + 1} rate`, ['tiers', at, 'rate'], tier.rate, RATE_UNITS[component.rateOf]),
      ...(isMixed ? [reach(at)] : []),
    ]),
  };
}
