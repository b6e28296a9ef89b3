import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { PostalFiles } from '../../../../renderer/persistence/postalFiles';

it('postal files are kept by name, replaced by a newer one, and removed', async () => {
  const files = new PostalFiles('postal-test');
  const german = { name: 'DE.zip', bytes: Uint8Array.of(1, 2), countries: ['DE'], codeCount: 2 };
  await files.keep({ name: 'FR.zip', bytes: Uint8Array.of(3), countries: ['FR'], codeCount: 1 });
  await files.keep(german);
  await files.keep({ ...german, codeCount: 3 });
  const again = new PostalFiles('postal-test');
  expect((await again.list()).map(({ name, codeCount }) => [name, codeCount])).toEqual([
    ['DE.zip', 3],
    ['FR.zip', 1],
  ]);
  await again.remove('DE.zip');
  expect((await again.list()).map(({ name }) => name)).toEqual(['FR.zip']);
});
