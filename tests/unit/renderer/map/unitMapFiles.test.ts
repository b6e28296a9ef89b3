import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { loadUnitGround } from '../../../../renderer/map/unitMapFiles';

const DATA = join(import.meta.dirname, '../../../../assets/data/map');

afterEach(() => {
  vi.unstubAllGlobals();
});

it('areas whose file could not be read are read when they are next asked for, and then kept', async () => {
  const fetched = vi.fn(() => Promise.resolve(new Response(null, { status: 404 })));
  vi.stubGlobal('fetch', fetched);
  await expect(loadUnitGround('zip3')).rejects.toThrow('zip3.topo.gz');
  fetched.mockImplementation(() => Promise.resolve(new Response(readFileSync(join(DATA, 'zip3.topo.gz')))));
  const ground = await loadUnitGround('zip3');
  expect(ground.indexOfId.size).toBeGreaterThan(800);
  expect(await loadUnitGround('zip3')).toBe(ground);
  expect(fetched).toHaveBeenCalledTimes(2);
});
