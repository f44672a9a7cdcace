import { expect, it } from 'vitest';
import { compareDiagnoses } from '../../../../electron/engine/examination/compare-diagnoses.ts';
import { factsWith, torch } from '../../../support/facts.ts';
import {
  harmlessFinding,
  mismatchFinding,
  sampleDiagnosis,
} from '../../../support/sample-diagnoses.ts';

const packages = (versions: Record<string, string>) =>
  Object.entries(versions).map(([name, version]) => ({
    ...{ name, version, location: `/site/${name}`, hasRecord: true },
  }));
const comfyui = (...flags: string[]) => ({ version: '0.3.64', flags });

it('tells what one has and the other has not, what attention rests on first', () => {
  const left = sampleDiagnosis({
    targetId: 'left',
    findings: [mismatchFinding, harmlessFinding],
    facts: factsWith({
      torch: torch('2.6.0+cu124', '12.4'),
      distributions: packages({ aiohttp: '3', numpy: '2.2.6', torch: '2.6.0', same: '1' }),
      comfyui: comfyui('--lowvram', '--listen'),
    }),
  });
  const right = sampleDiagnosis({
    targetId: 'right',
    findings: [harmlessFinding],
    facts: factsWith({
      torch: torch('2.6.0+cpu', null),
      distributions: packages({ numpy: '1.26.4', torch: '2.6.0', xformers: '0.0.29', same: '1' }),
      comfyui: comfyui('--listen'),
    }),
  });
  const found = compareDiagnoses(left, right);
  expect(found.packages).toEqual([
    { name: 'torch', left: '2.6.0+cu124', right: '2.6.0+cpu' },
    { name: 'xformers', left: null, right: '0.0.29' },
    { name: 'numpy', left: '2.2.6', right: '1.26.4' },
    { name: 'aiohttp', left: '3', right: null },
  ]);
  expect(found.flags).toEqual([{ flag: '--lowvram', left: true, right: false }]);
  expect(found.findings).toEqual([
    { cause: mismatchFinding.cause, title: mismatchFinding.title, left: true, right: false },
  ]);
  expect([found.left.targetId, found.right.targetId]).toEqual(['left', 'right']);
  expect(compareDiagnoses(left, left)).toMatchObject({ packages: [], flags: [], findings: [] });
});
