import { expect, it } from 'vitest';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import { factsWith, torch } from '../../../support/facts.ts';
import { problemOf } from '../../../support/paper-environment.ts';

const kitchen = (kitchenPin: string | null, version = '2.9.1+cu128') =>
  choose(
    factsWith({
      torch: torch(version, '12.8'),
      comfyui: { version: '0.45.2', flags: [], kitchenPin },
    }),
    [],
    'comfy-kitchen',
  );

it('asks for exactly the comfy-kitchen that this ComfyUI pins', () => {
  expect(kitchen('0.2.40')).toMatchObject({
    attempts: [{ requirements: ['comfy-kitchen==0.2.40'], index: 'default' }],
    movable: ['comfy-kitchen'],
  });
});

it('refuses before anything is downloaded where none is pinned, or this torch cannot import it', async () => {
  expect(await problemOf(() => kitchen(null))).toEqual({
    code: 'not-pinned',
    params: { name: 'comfy-kitchen' },
  });
  expect(await problemOf(() => kitchen('0.2.40', '2.6.0+cu124'))).toEqual({
    code: 'torch-too-old',
    params: { name: 'comfy-kitchen 0.2.40', needed: '2.7', torch: '2.6.0+cu124' },
  });
});
