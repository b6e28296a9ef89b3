import { describe, expect, it } from 'vitest';
import type { PayResult } from '../../../../shared/model/payResult';
import { addCancellations } from '../../../../shared/plan/cancellationList';

const result = (period: string, credited: number, rest: Partial<PayResult> = {}): PayResult => ({
  repId: 'r1',
  component: 'new',
  period,
  credited,
  ...rest,
});
const cancelled = (credited: number, deal = 'Acme') => ({
  credited,
  month: '2027-04',
  monthsServed: 3,
  deal,
});
/** Deals of a month, as a list of them reads. */
const gone = (period: string, ...deals: [number, string?][]): PayResult =>
  result(
    period,
    deals.reduce((sum, [credited]) => sum + credited, 0),
    {
      deals: deals.map(([credited]) => credited),
      cancelled: deals.map(([credited, deal]) => cancelled(credited, deal)),
    },
  );

describe('a list of cancellations alone', () => {
  it('marks deals of the results that are there, and leaves what was credited', () => {
    const known = [
      result('2027-01', 100, { deals: [60, 40] }),
      result('2027-02', 70, { quota: 50, splitAway: 5 }),
      result('2027-01', 9, { repId: 'r2' }),
    ];
    const added = addCancellations(known, [gone('2027-01', [40]), gone('2027-02', [30, 'Bolt'])], 1);
    expect(added).toEqual({
      results: [
        { ...known[0], cancelled: [cancelled(40)] },
        { ...known[1], cancelled: [cancelled(30, 'Bolt')] },
      ],
      marked: 2,
      credited: 0,
      repeated: 0,
    });
  });

  it('credits a deal that the results lack, so that it is paid before it is taken back', () => {
    const known = [
      result('2027-01', 100, { deals: [60, 40], cancelled: [cancelled(40, 'Other')] }),
      result('2027-02', 20),
    ];
    const list = [gone('2027-01', [40], [60, 'Bolt']), gone('2027-02', [30]), gone('2027-03', [5, 'New'])];
    const added = addCancellations(known, list, 1);
    expect(added).toMatchObject({ marked: 1, credited: 3, repeated: 0 });
    expect(added?.results).toEqual([
      result('2027-01', 140, {
        deals: [60, 40, 40],
        cancelled: [cancelled(40, 'Other'), cancelled(40), cancelled(60, 'Bolt')],
      }),
      result('2027-02', 50, { deals: [20, 30], cancelled: [cancelled(30)] }),
      gone('2027-03', [5, 'New']),
    ]);
  });

  it('finds the quarter or year that a deal is part of, by the fiscal year', () => {
    const known = [result('2027-Q1', 100), result('2026', 500, { component: 'renewals' })];
    const renewal = { ...gone('2027-01', [50]), component: 'renewals' };
    // A fiscal year from February on: January 2027 ends that of 2026, March is in the first quarter of 2027.
    const added = addCancellations(known, [gone('2027-03', [40]), renewal], 2);
    expect(added?.results).toEqual([
      { ...known[0], cancelled: [cancelled(40)] },
      { ...known[1], cancelled: [cancelled(50)] },
    ]);
  });

  it('takes a cancellation that is there already only once', () => {
    const known = [result('2027-01', 100, { cancelled: [cancelled(40)] })];
    expect(addCancellations(known, [gone('2027-01', [40], [40, 'Bolt'])], 1)).toMatchObject({
      results: [{ credited: 100, cancelled: [cancelled(40), cancelled(40, 'Bolt')] }],
      marked: 1,
      repeated: 1,
    });
    expect(addCancellations(known, [gone('2027-01', [40])], 1)?.results).toEqual([]);
  });

  it('is no list with a deal that stands, or without a deal', () => {
    const mixed = result('2027-01', 50, { deals: [40, 10], cancelled: [cancelled(40)] });
    expect(addCancellations([], [gone('2027-01', [40]), mixed], 1)).toBeNull();
    expect(addCancellations([], [result('2027-01', 40)], 1)).toBeNull();
    expect(addCancellations([], [], 1)).toBeNull();
  });
});
