import { expect, it } from 'vitest';
import { torch } from '../../../support/facts.ts';
import { findingsOf, noXformers, packages } from '../../../support/findings.ts';
import { judge } from '../../../../electron/engine/diagnosis/judge.ts';
import { factsWith } from '../../../support/facts.ts';
import type { Facts } from '../../../../shared/facts.ts';

const script = '/c/run_nvidia_gpu.bat';
const sageScript = { path: '/c/run_sage.bat', flags: ['--use-sage-attention'] };
const comfyui = (own: Partial<NonNullable<Facts['comfyui']>>): Facts['comfyui'] => ({
  version: '0.3.64',
  flags: [],
  flagsFrom: { kind: 'launcher', path: script },
  ...own,
});

it('a PyTorch without GPU support is a fault beside the script for the processor that every portable has', () => {
  const cpu = { path: '/c/run_cpu.bat', flags: ['--cpu'] };
  const facts = factsWith({
    ...noXformers,
    torch: torch('2.9.1+cpu', null),
    comfyui: comfyui({ otherLaunchers: [cpu] }),
  });
  expect(judge(facts).findings[0]?.cause).toBe('torch_cpu_build');
});

it('a package that only another script asks for is no fault, and the note names that script', () => {
  const [found] = findingsOf({
    ...noXformers,
    distributions: packages(),
    comfyui: comfyui({ otherLaunchers: [sageScript] }),
  });
  expect(found).toMatchObject({
    cause: 'accel_package_not_installed',
    severity: 'harmless',
    cost: { key: 'finding.accel_package_not_installed.cost-script' },
  });
  expect(found?.evidence[0]?.source).toBe(sageScript.path);
});

it('a package that the usual script asks for stops ComfyUI, and the script is named', () => {
  const [found] = findingsOf({
    ...noXformers,
    distributions: packages(),
    comfyui: comfyui({ flags: sageScript.flags }),
  });
  expect(found).toMatchObject({ cause: 'accel_package_not_installed', severity: 'error' });
  expect(found?.evidence[0]).toMatchObject({
    statement: { key: 'evidence.flag' },
    source: script,
  });
});

it('the flag of a ComfyUI that runs is not said to stand in a script', () => {
  const flagsFrom = { kind: 'process', pid: 7 } as const;
  const [found] = findingsOf({
    ...noXformers,
    distributions: packages(),
    comfyui: comfyui({ flags: sageScript.flags, flagsFrom }),
  });
  expect(found?.evidence[0]).toMatchObject({
    statement: { key: 'evidence.flag-running' },
    how: 'probe',
  });
});

it('a package that is there may be asked for by any script', () => {
  const causes = findingsOf({
    ...noXformers,
    distributions: packages('sageattention==1.0.6'),
    comfyui: comfyui({ otherLaunchers: [sageScript] }),
  }).map((each) => each.cause);
  expect(causes).not.toContain('accel_package_not_installed');
});
