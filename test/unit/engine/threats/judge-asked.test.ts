import { describe, expect, it } from 'vitest';
import { requirementOf } from '../../../../electron/engine/packages/requirements-file.ts';
import type { Asked } from '../../../../electron/engine/threats/asked.ts';
import { judgeAsked, threatsOfPackages } from '../../../../electron/engine/threats/judge-asked.ts';
import { factsWith } from '../../../support/facts.ts';

const installed = (versions: Record<string, string>) =>
  Object.entries(versions).map(([name, version]) => ({
    ...{ name, version, location: `/site/${name}`, hasRecord: true },
  }));
const here = factsWith({
  distributions: installed({ torch: '2.9.1+cu128', torchvision: '0.24.1+cu128', numpy: '2.2.0' }),
});

function asked(line: string, own: Partial<Asked> = {}): Asked {
  const requirement = requirementOf(line);
  if (!requirement) throw new Error(line);
  const owner = { source: 'Node', kind: 'node' as const, file: '/requirements.txt' };
  return { ...owner, requirement, upgrades: false, besideTorch: false, within: [], ...own };
}
const would = (line: string, own: Partial<Asked> = {}, facts = here) =>
  judgeAsked(facts, [asked(line, own)]).map((each) => each.would);

describe('what a requirement would do', () => {
  it('is nothing where what is here will do, or is not guarded', () => {
    for (const line of ['torch', 'torch>=2.0,<3', 'torch==2.9.1', 'torch==2.9.*', 'numpy>=1.25'])
      expect([line, would(line)]).toEqual([line, []]);
    expect(would('pillow<1')).toEqual([]);
  });

  it('is told with what it would become', () => {
    const torch = { name: 'torch', from: '2.9.1+cu128' };
    expect(would('torch==2.4.0')).toEqual([{ ...torch, to: '2.4.0' }]);
    expect(would('torch==2.9.1+cu126')).toEqual([{ ...torch, to: '2.9.1+cu126' }]);
    expect(would('torch<2.5')).toEqual([{ ...torch, to: '<2.5' }]);
    expect(would('numpy<2')).toEqual([{ name: 'numpy', from: '2.2.0', to: '<2' }]);
    expect(would('numpy==1.*')).toEqual([{ name: 'numpy', from: '2.2.0', to: '==1.*' }]);
  });

  it('follows conditions, and is nothing where nobody can judge them', () => {
    expect(would('torch==2.4.0 ; sys_platform == "win32"')).toEqual([]);
    expect(would('torch==2.4.0 ; sys_platform == "linux"')).toHaveLength(1);
    expect(would('torch==2.4.0 ; platform_release == "x"')).toEqual([]);
    expect(would('torch==2.4.0 ; extra == "gpu"')).toEqual([]);
  });

  it('is told of an address by the name of its wheel', () => {
    const wheel = (version: string) =>
      `https://example.org/torch-${version}-cp311-cp311-linux_x86_64.whl`;
    expect(would(wheel('2.4.0%2Bcu121'))).toMatchObject([{ to: '2.4.0+cu121' }]);
    expect(would(wheel('2.9.1%2Bcu128'))).toEqual([]);
    expect(would('torch @ git+https://example.org/pytorch.git')).toMatchObject([{ to: null }]);
  });

  it('counts constraints of the same file, and calls for the newest', () => {
    expect(would('torch', { within: ['<2.5'] })).toMatchObject([{ to: '<2.5' }]);
    expect(would('numpy', { upgrades: true })).toMatchObject([{ to: null }]);
    const newest = factsWith({ distributions: installed({ torch: '99.0' }) });
    expect(would('torch', { upgrades: true }, newest)).toEqual([]);
  });

  it('is told of what is not here and brings another torch with it', () => {
    expect(would('xformers==0.0.29.post3')).toEqual([
      { name: 'torch', from: '2.9.1+cu128', to: '2.6.0' },
    ]);
    const fitting = factsWith({ distributions: installed({ torch: '2.6.0+cu124' }) });
    expect(would('xformers==0.0.29.post3', {}, fitting)).toEqual([]);
    expect(would('xformers==0.0.29.post3', { besideTorch: true })).toEqual([]);
    expect(would('torchaudio==2.4.0')).toMatchObject([{ name: 'torch', to: '2.4.0' }]);
  });

  it('is told once, and of packages that are at odds with what is guarded', () => {
    expect(judgeAsked(here, [asked('torch<2'), asked('torch<2')])).toHaveLength(1);
    const unmet = { by: 'a', name: 'torch', specifier: '==2.4.0', version: '2.9.1+cu128' };
    expect(threatsOfPackages([unmet, { ...unmet, name: 'pillow' }])).toEqual([
      {
        ...{ source: 'a', kind: 'package', file: null, requirement: 'torch==2.4.0' },
        would: { name: 'torch', from: '2.9.1+cu128', to: '2.4.0' },
      },
    ]);
  });
});
