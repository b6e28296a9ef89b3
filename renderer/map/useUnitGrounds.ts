import { useEffect, useState } from 'react';
import type { UnitLevel } from '../../shared/model/exception';
import { loadUnitGround, type UnitGround } from './unitMapFiles';

export type UnitGrounds = ReadonlyMap<UnitLevel, UnitGround>;

/** Outlines of the levels of units that are wanted, each as soon as it is read; `problem` says what failed. */
export function useUnitGrounds(levels: readonly UnitLevel[]): {
  readonly grounds: UnitGrounds;
  readonly problem: string | null;
} {
  const [grounds, setGrounds] = useState<UnitGrounds>(new Map());
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = levels.join();
  useEffect(() => {
    let isWanted = true;
    for (const level of wanted === '' ? [] : (wanted.split(',') as UnitLevel[])) {
      loadUnitGround(level).then(
        (ground) =>
          isWanted &&
          setGrounds((known) => (known.has(level) ? known : new Map([...known, [level, ground]]))),
        (error: unknown) => isWanted && setProblem(error instanceof Error ? error.message : String(error)),
      );
    }
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return { grounds, problem };
}
