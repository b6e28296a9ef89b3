import { describe, expect, it } from 'vitest';
import { createPlanFormat } from '../../../../renderer/ui/planFormat';
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings';

const us = createPlanFormat(DEFAULT_SETTINGS, 'en-US');
const german = createPlanFormat({ ...DEFAULT_SETTINGS, currency: 'EUR' }, 'de-DE');
const miles = createPlanFormat({ ...DEFAULT_SETTINGS, distanceUnit: 'mi' }, 'en-US');

describe('figures of a plan', () => {
  it('are money of the plan in the locale of the user', () => {
    expect(us.cents(255_611_849)).toBe('$2,556,118');
    expect(us.centsExact(255_611_849)).toBe('$2,556,118.49');
    expect(german.cents(255_611_849).replace(/\s/g, ' ')).toBe('2.556.118 €');
  });

  it('are compact where space is short, with the exact value beside', () => {
    expect(us.centsCompact(255_611_849)).toEqual({ text: '$2.56M', exact: '$2,556,118' });
    expect(us.centsCompact(814_300)).toEqual({ text: '$8,143', exact: '$8,143' });
    expect(us.compact(1_250_000)).toEqual({ text: '1.25M', exact: '1,250,000' });
    expect(us.measure('hours', 892)).toEqual({ text: '892 h', exact: '892 h' });
    expect(us.measure('money', 2_207_700)).toEqual({ text: '$2.21M', exact: '$2,207,700' });
  });

  it('have a sign where they are differences, and no negative nought', () => {
    expect(us.centsChange(814_300)).toBe('+$8,143');
    expect(us.centsChange(-31_300)).toBe('−$313');
    expect(us.change(0)).toBe('0');
    expect(us.number(-0.2)).toBe('0');
    expect(us.percentChange(0.0032, 2)).toBe('+0.32%');
  });

  it('are a dash where there is nothing, never 0', () => {
    expect([
      us.cents(null),
      us.number(Number.NaN),
      us.percent(null),
      us.distance(null),
      us.hours(null),
    ]).toEqual(Array(5).fill('–'));
    expect(us.measure('hours', Number.NaN)).toEqual({ text: '–', exact: '–' });
  });

  it('are kilometres or miles as the plan says', () => {
    expect(us.distance(98.2)).toBe('98 km');
    expect(miles.distance(98.2)).toBe('61 mi');
    expect(miles.distance(8.05)).toBe('5 mi');
    expect(us.distance(3.25)).toBe('3.3 km');
  });

  it('are an index in whole numbers, with a decimal only where that says which side of the corridor it is on', () => {
    expect([us.index(126.4), us.index(126.4, 0.15), us.index(115.04, 0.15)]).toEqual([
      '126',
      '126',
      '115.04',
    ]);
    // Coloured as out of the corridor of 85 to 115, and "115" would deny it.
    expect([us.index(115.2, 0.15), us.index(84.8, 0.15)]).toEqual(['115.2', '84.8']);
    // Inside of 87.5 to 112.5, where a whole number would be out.
    expect([us.index(112.5, 0.125), us.index(113, 0.125)]).toEqual(['112.5', '113']);
    // As short as ever where nothing holds it to a corridor, and after it was written with one.
    expect(us.index(115.2)).toBe('115');
    expect(german.index(115.2, 0.15)).toBe('115,2');
    expect(us.index(Number.NaN, 0.15)).toBe('–');
  });

  it('name their unit in a column header', () => {
    expect([
      us.measureUnitSuffix('money'),
      us.measureUnitSuffix('hours'),
      us.measureUnitSuffix('count'),
    ]).toEqual([', $', ', h', '']);
    expect(german.measureUnitSuffix('money')).toBe(', €');
  });
});
