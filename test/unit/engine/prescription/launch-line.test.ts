import { describe, expect, it } from 'vitest';
import { ownerOfInstall } from '../../../../electron/engine/prescription/owner/owner-of-install.ts';
import { launchLine } from '../../../../electron/engine/prescription/launch-line.ts';
import type { Facts } from '../../../../shared/facts.ts';
import type { Install } from '../../../../shared/install.ts';
import { factsWith } from '../../../support/facts.ts';
import { sampleEnvironment, sampleInstall } from '../../../support/sample-machine.ts';

const own = '--use-pytorch-cross-attention';
const executable = '/home/mei/my venv/bin/python';

function line(
  comfyui: Partial<NonNullable<Facts['comfyui']>>,
  flag: string | null,
  changes: Partial<Install> = {},
): string | null {
  const install = sampleInstall({ kind: 'git_clone', sourceRoot: '/srv/ComfyUI', ...changes });
  const environment = sampleEnvironment({ executable });
  const plain = factsWith({ comfyui: { version: '0.3.64', flags: [], ...comfyui } });
  const facts = { ...plain, interpreter: { ...plain.interpreter, executable } };
  const owner = ownerOfInstall(install, environment, facts, '');
  return launchLine(install, { facts, owner, flag })?.text ?? null;
}
const script = (path: string) => ({ flagsFrom: { kind: 'launcher' as const, path } });

describe('the line that starts a ComfyUI', () => {
  it('is its Python with the flags that it has now', () => {
    expect(line({ flags: ['--listen', '--lowvram'] }, null)).toBe(
      "'/home/mei/my venv/bin/python' /srv/ComfyUI/main.py --listen --lowvram",
    );
  });

  it('is its start script, where that says all that is wanted', () => {
    expect(line({ flags: ['--lowvram'], ...script('/srv/run.sh') }, null)).toBe('bash /srv/run.sh');
    expect(line({ flags: [own], ...script('/srv/run.sh') }, own)).toBe('bash /srv/run.sh');
  });

  it('is no script that lacks the flag, and never asks for two attentions', () => {
    const flags = ['--use-sage-attention', '--lowvram'];
    expect(line({ flags, ...script('/srv/run.sh') }, own)).toBe(
      `'/home/mei/my venv/bin/python' /srv/ComfyUI/main.py --lowvram ${own}`,
    );
  });

  it('is none where another program starts it, or there is no ComfyUI', () => {
    expect(line({}, null, { kind: 'stability_matrix' })).toBeNull();
    const facts = factsWith({ comfyui: null });
    const owner = ownerOfInstall(null, sampleEnvironment({}), facts, '');
    expect(launchLine(null, { facts, owner, flag: null })).toBeNull();
  });
});
