import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckItem } from '../../../../../../shared/plan/checks/checkItem';
import {
  checksStore,
  setFindings,
  stepFinding,
} from '../../../../../../renderer/features/territories/checks/checksStore';

const item = (id: string): CheckItem => ({
  id,
  kind: 'noRep',
  text: id,
  rows: [],
  unitIds: [],
  territoryIds: [],
  fixes: [],
});
const [a, b, c] = [item('a'), item('b'), item('c')];
const current = () => checksStore.getState().currentId;

describe('next and previous finding', () => {
  beforeEach(() => checksStore.setState({ items: [a, b, c], currentId: null, position: -1 }));

  it('begins at either end and goes round', () => {
    stepFinding(1);
    expect(current()).toBe('a');
    stepFinding(-1);
    expect(current()).toBe('c');
    stepFinding(1);
    expect(current()).toBe('a');
    checksStore.setState({ currentId: null, position: -1 });
    stepFinding(-1);
    expect(current()).toBe('c');
  });

  it('keeps its place when the current one is mended', () => {
    stepFinding(1);
    stepFinding(1);
    expect(current()).toBe('b');
    setFindings([a, c]);
    stepFinding(1);
    expect(current()).toBe('c');
    setFindings([a]);
    stepFinding(1);
    expect(current()).toBe('a');
  });

  it('keeps its place when others come and go before it', () => {
    stepFinding(-1);
    expect(current()).toBe('c');
    setFindings([b, c]);
    stepFinding(-1);
    expect(current()).toBe('b');
    setFindings([]);
    stepFinding(1);
    expect(current()).toBe('b');
  });
});
