import { join } from 'node:path';
import { expect, it } from 'vitest';
import { warmModules } from '../../../../electron/engine/repair/warm-modules.ts';
import type { Plan } from '../../../../shared/plan.ts';

const site = join('/env', 'lib', 'site-packages');
const usual = ['xformers/ops/a.py', 'xformers/_C.so', 'xformers-0.0.29.dist-info/RECORD', 'fa3.py'];

function modules(
  names: string[],
  files = usual,
  kinds: Plan['actions'][number]['kind'][] = ['pip-install'],
): string[] | null {
  const changes = names.map((name) => ({ name, from: '1', to: '2' }));
  const actions = kinds.map((kind) => ({ kind })) as Plan['actions'];
  const paths = files.map((each) => join(site, each));
  return warmModules({ changes, actions }, paths, [site]);
}

it('is what the packages are imported as', () => {
  expect(modules(['xformers'])).toEqual(['xformers', 'fa3']);
  expect(modules(['sageattention', 'flash-attn'])).not.toBeNull();
  expect(modules(['xformers'], usual, ['pip-install', 'edit-file'])).not.toBeNull();
  const script = [...usual, '../../bin/convert.py'];
  expect(modules(['xformers'], script)).toEqual(['xformers', 'fa3']);
});

it.each(['torch', 'triton', 'numpy', 'nvidia-cublas-cu12', 'torchvision', 'comfy-kitchen'])(
  'is nothing where %s moves, which torch loads or may',
  (name) => {
    expect(modules([name])).toBeNull();
    expect(modules(['xformers', name])).toBeNull();
  },
);

it.each([
  'xformers.pth',
  'XFORMERS-NSPKG.PTH',
  'a.egg-link',
  'sitecustomize.py',
  'usercustomize.cpython-311.so',
  'xformers-0.0.29.dist-info/entry_points.txt',
])('is nothing where %s moves, which a Python reads before anything else', (file) => {
  expect(modules(['xformers'], [...usual, file])).toBeNull();
});

it('is nothing where nothing is put in, or something is set aside', () => {
  expect(modules([])).toBeNull();
  expect(modules(['xformers'], usual, ['pip-install', 'set-aside'])).toBeNull();
});
