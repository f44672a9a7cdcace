import { expect, it } from 'vitest';
import { requireChangeable } from '../../../../electron/engine/preconditions/require-changeable.ts';
import type { Facts } from '../../../../shared/facts.ts';
import { factsWith } from '../../../support/facts.ts';
import { problemOf } from '../../../support/paper-environment.ts';

const site = '/env/lib/python3.11/site-packages';

it.each<[string, Partial<Facts['interpreter']>, unknown]>([
  ['may be changed', {}, null],
  ['belongs to the system', { externallyManaged: true }, { code: 'externally-managed' }],
  [
    'belongs to the system and may not be written, either',
    { externallyManaged: true, writable: false },
    { code: 'externally-managed' },
  ],
  ['may not be written', { writable: false }, { code: 'read-only', params: { path: site } }],
  [
    'has no folder of packages',
    { writable: false, sitePackages: [] },
    { code: 'read-only', params: { path: '/env' } },
  ],
])('an environment that %s', async (_, own, problem) => {
  const interpreter = { ...factsWith().interpreter, ...own };
  expect(await problemOf(() => requireChangeable(factsWith({ interpreter })))).toEqual(problem);
});
