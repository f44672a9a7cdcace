import { expect, it } from 'vitest';
import { toDiagnosis } from '../../../electron/engine/examination/diagnose.ts';
import { createPage } from '../../../electron/hosts/cli/page.ts';
import { printDiagnosis } from '../../../electron/hosts/cli/print-diagnosis.ts';
import { styleOf } from '../../../electron/hosts/cli/terminal.ts';
import type { Facts } from '../../../shared/facts.ts';
import { factsWith, torch, xformers } from '../../support/facts.ts';
import { comfyui, packages } from '../../support/findings.ts';
import { sampleEnvironment, sampleInstall } from '../../support/sample-machine.ts';

function printed(own: Partial<Facts>): string {
  const target = { id: 't', install: sampleInstall(), environment: sampleEnvironment() };
  const diagnosis = toDiagnosis(target, factsWith({ comfyui: comfyui(), ...own }), 1);
  const page = createPage('en', { style: styleOf(false), width: 100 }, '/c');
  return printDiagnosis(page, diagnosis).join('\n');
}

it('promises a repair that this version can make', () => {
  const text = printed({ torch: torch('2.9.1+cu128', '12.8') });
  expect(text).toContain('It can be repaired');
  expect(text).toContain('Repair: attention-doctor fix /c --goal xformers');
});

it('promises none that only the user’s own hands can make, and says what they can do', () => {
  const text = printed({
    xformers: xformers('0.0.29.post3', '2.6.0+cu124'),
    comfyui: comfyui('--use-flash-attention'),
    distributions: packages('xformers==0.0.29.post3'),
  });
  expect(text).toContain('flash-attn is not installed');
  expect(text).not.toContain('It can be repaired');
  expect(text).not.toContain('--goal flash-attn');
  expect(text.split('\n')[1]).toContain('Close ComfyUI, note your Python');
});

it('tells old disagreements last, and as what they are', () => {
  const conflicts = [{ by: 'sympy', name: 'mpmath', specifier: '<1.4', version: '1.4.1' }];
  const lines = printed({ conflicts }).split('\n');
  expect(lines.slice(-3)).toEqual([
    'Packages that disagree already (1)',
    'They did before we looked, and nothing of ComfyUI’s attention minds. We leave them alone.',
    '- sympy asks for mpmath <1.4; 1.4.1 is here.',
  ]);
  expect(printed({ conflicts: [] })).not.toContain('disagree');
});
