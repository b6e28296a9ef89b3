import { describe, expect, it } from 'vitest';
import { FULL_YEAR } from '../../../../../shared/comp/repYear';
import { canReportTo, rollUp } from '../../../../../renderer/features/team/rollUp';
import { fairLine, quotaSides } from '../../../../../renderer/features/team/quotaSides';
import type { RepRow } from '../../../../../renderer/features/team/repColumns';
import { quotaSettingsSchema } from '../../../../../shared/model/quotaSettings';
import { repSchema } from '../../../../../shared/model/rep';
import type { RepPay } from '../../../../../shared/plan/evaluatePay';

function row(id: string, managerId: string | null, quotaCents: number, fields: Partial<RepPay> = {}): RepRow {
  const rep = repSchema.parse({
    id,
    name: id,
    role: 'AE',
    managerId,
    baseSalaryCents: 100,
    targetIncentiveCents: 100,
    historyCents: Math.floor(quotaCents / 2),
  });
  const pay: RepPay = {
    rep,
    compPlan: null,
    territoryIndex: 0,
    potential: quotaCents,
    pipeline: 0,
    quotaCents,
    time: FULL_YEAR,
    isPinned: false,
    bookingsCents: 0,
    attainmentRatio: null,
    team: null,
    payout: null,
    payoutCents: quotaCents / 10,
    ...fields,
  };
  return { rep, pay, territoryName: null, colorIndex: null, index: null };
}

describe('rollUp', () => {
  it('puts reports under their manager and adds all levels up', () => {
    const nodes = rollUp([row('a', 'm', 100), row('top', null, 0), row('m', 'top', 0), row('b', 'm', 300)]);
    expect(nodes.map(({ row: { rep }, depth }) => [rep.id, depth])).toEqual([
      ['top', 0],
      ['m', 1],
      ['a', 2],
      ['b', 2],
    ]);
    expect(nodes[0]).toMatchObject({ teamQuotaCents: 400, teamHistoryCents: 200, teamPayCents: 40 });
    expect(nodes[1]).toMatchObject({ reportCount: 2, teamQuotaCents: 400 });
    expect(nodes[2]).toMatchObject({ reportCount: 0, teamQuotaCents: 0 });
  });

  it('counts the quota of a team once, where its manager is pinned to it', () => {
    const manager = row('m', 'top', 400, { territoryIndex: null, isPinned: true });
    const nodes = rollUp([row('top', null, 0), manager, row('a', 'm', 100), row('b', 'm', 300)]);
    expect(nodes[0]).toMatchObject({ teamQuotaCents: 400 });
  });

  it('keeps every rep on screen where managers go round in a circle or are unknown', () => {
    const nodes = rollUp([row('a', 'b', 1), row('b', 'a', 1), row('c', 'gone', 1), row('d', 'a', 1)]);
    expect(nodes.map(({ row: { rep } }) => rep.id).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('refuses a manager who reports to the rep', () => {
    const reps = [row('a', null, 1), row('b', 'a', 1), row('c', 'b', 1)].map(({ rep }) => rep);
    expect(canReportTo(reps, 'a', 'c')).toBe(false);
    expect(canReportTo(reps, 'a', 'a')).toBe(false);
    expect(canReportTo(reps, 'c', 'a')).toBe(true);
  });
});

describe('quotaSides', () => {
  const pays = [row('a', null, 60_000).pay!, row('b', null, 40_000).pay!];

  it('holds the target against history, with the gap', () => {
    const settings = quotaSettingsSchema.parse({
      targetCents: 100_000,
      growthRatio: 0.1,
      overAssignment: [],
    });
    expect(quotaSides(settings, pays)).toEqual([
      {
        repId: 'a',
        topDownCents: 60_000,
        yearCents: 60_000,
        historyCents: 33_000,
        capacityCents: null,
        fairCents: 60_000,
        gapCents: 27_000,
      },
      {
        repId: 'b',
        topDownCents: 40_000,
        yearCents: 40_000,
        historyCents: 22_000,
        capacityCents: null,
        fairCents: 40_000,
        gapCents: 18_000,
      },
    ]);
  });

  it('takes capacity before history where sales a year are set', () => {
    const settings = quotaSettingsSchema.parse({ productivityCents: 50_000, overAssignment: [] });
    expect(quotaSides(settings, pays).map((side) => side.gapCents)).toEqual([10_000, -10_000]);
  });

  it('counts dates, leave and ramp on both sides', () => {
    const settings = quotaSettingsSchema.parse({ productivityCents: 50_000, overAssignment: [] });
    const half = { ...FULL_YEAR, activeShare: 0.5, quotaShare: 0.4 };
    const [side] = quotaSides(settings, [row('a', null, 60_000, { time: half }).pay!]);
    expect(side).toMatchObject({
      topDownCents: 60_000,
      yearCents: 24_000,
      capacityCents: 20_000,
      historyCents: 12_000,
      gapCents: 4_000,
    });
  });

  it('has a fair line of all quotas over all potential, and none without potential', () => {
    expect(
      fairLine([row('a', null, 60, { potential: 20 }).pay!, row('b', null, 40, { potential: 30 }).pay!]),
    ).toBe(2);
    expect(fairLine([row('a', null, 60, { potential: 0 }).pay!])).toBeNull();
  });
});
