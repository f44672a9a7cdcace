import { describe, expect, it } from 'vitest';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import type { Facts } from '../../../../shared/facts.ts';
import { sampleInstall } from '../../../support/sample-machine.ts';
import { factsWith } from '../../../support/facts.ts';
import { packages } from '../../../support/findings.ts';
import { problemOf } from '../../../support/paper-environment.ts';

const repair = (
  health: Partial<Facts['packageHealth']>,
  distributions = packages('torch==2.6.0+cu124', 'numpy==1.26.4'),
) =>
  choose(
    factsWith({ distributions, packageHealth: { ...factsWith().packageHealth, ...health } }),
    [],
    'repair',
  );

describe('repair', () => {
  it('sets aside what an interrupted pip left behind, and needs no index for it', () => {
    const intent = repair({ leftovers: ['/s/~orch', '/s/~umpy-1.dist-info'] });
    expect(intent).toMatchObject({ attempts: [], setAside: ['/s/~orch', '/s/~umpy-1.dist-info'] });
  });

  it('brings what is incomplete again in the same version, from where it came', () => {
    const intent = repair({
      missingFiles: [
        { name: 'torch', files: ['a'] },
        { name: 'numpy', files: ['b'] },
      ],
    });
    const [attempt] = intent.attempts;
    expect(attempt).toMatchObject({
      requirements: ['torch==2.6.0+cu124'],
      index: { torchVariant: 'cu124' },
      forceReinstall: true,
    });
    expect(attempt?.also).toEqual([
      { requirements: ['numpy==1.26.4'], index: 'default', forceReinstall: true },
    ]);
    expect(intent.movable).toEqual(['torch', 'numpy']);
    expect(intent.setAside).toEqual([]);
  });

  it('moves a list out of the way that pip could not take out', () => {
    const location = packages('numpy==1.26.4')[0]?.location ?? '';
    expect(repair({ withoutRecord: ['numpy'] }).setAside).toEqual([location]);
    const twice = [{ name: 'numpy', versions: ['1.26.4', '2.0'] }];
    expect(repair({ duplicates: twice }).setAside).toEqual([location]);
  });

  it('has nothing to do where all is in order', () => {
    expect(repair({})).toMatchObject({ attempts: [], setAside: [] });
  });
});

describe('pytorch-attention', () => {
  const comfyui = (own: Partial<NonNullable<Facts['comfyui']>>): Partial<Facts> => ({
    comfyui: { version: '0.3.64', flags: [], ...own },
  });

  it('edits the script that is used', () => {
    const from = { kind: 'launcher', path: '/c/run.sh' } as const;
    const intent = choose(factsWith(comfyui({ flagsFrom: from })), [], 'pytorch-attention');
    expect(intent.edits?.[0]).toMatchObject({
      path: '/c/run.sh',
      add: ['--use-pytorch-cross-attention'],
    });
    expect(intent.edits?.[0]?.remove).toContain('--use-sage-attention');
    expect(intent.edits?.[0]?.remove).not.toContain('--use-pytorch-cross-attention');
    expect(intent.attempts).toEqual([]);
  });

  it('edits the first script where a process tells the flags', () => {
    const running = comfyui({
      flagsFrom: { kind: 'process', pid: 1 },
      otherLaunchers: [{ path: '/c/a.sh', flags: [] }],
    });
    expect(choose(factsWith(running), [], 'pytorch-attention').edits?.[0]?.path).toBe('/c/a.sh');
  });

  const settings = { id: 'stability_matrix', entry: 'Packages/a' } as const;
  const from = { kind: 'launcher', path: '/l/settings.json', settings } as const;

  it.each([
    ['a1111_family', 'webui', '--opt-sdp-attention', ['--xformers', '--opt-split-attention']],
    ['a1111_family', 'forge', '--attention-pytorch', ['--xformers', '--sage', '--attention-quad']],
    ['stability_matrix', 'mine', '--use-pytorch-cross-attention', ['--use-sage-attention']],
  ] as const)('of %s %s is a flag of its own, in its own place', (kind, name, flag, others) => {
    const install = sampleInstall({ kind, name, sourceRoot: `/l/${name}`, comfyui: null });
    const facts = factsWith(comfyui({ flagsFrom: from }));
    const [edit, ...more] = choose(facts, [], 'pytorch-attention', install).edits ?? [];
    expect(more).toEqual([]);
    expect(edit).toMatchObject({ path: '/l/settings.json', settings, add: [flag] });
    expect(edit?.remove).toEqual(expect.arrayContaining([...others]));
    expect(edit?.remove).not.toContain(flag);
  });

  it('is refused where it is no flag, but a choice in the window of the program', async () => {
    const install = sampleInstall({ kind: 'a1111_family', name: 'sd.next', comfyui: null });
    const facts = factsWith(comfyui({ flagsFrom: from }));
    const problem = await problemOf(() => choose(facts, [], 'pytorch-attention', install));
    expect(problem).toEqual({ code: 'no-start-script', params: { flag: 'Scaled-Dot-Product' } });
  });

  it('is refused where there is none', async () => {
    for (const own of [{ comfyui: null }, comfyui({ flagsFrom: null })]) {
      const problem = await problemOf(() => choose(factsWith(own), [], 'pytorch-attention'));
      expect(problem?.code).toBe('no-start-script');
    }
  });
});
