import { valueOf } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { MessageKey } from '../../../shared/messages/index.ts';

/** What is there, in the rows that both forms of the report show. */
export function factRows(diagnosis: Diagnosis): [MessageKey, string][] {
  const { facts, install } = diagnosis;
  const torch = valueOf(facts.torch);
  const xformers = valueOf(facts.xformers);
  const triton = valueOf(facts.triton);
  const gpus = valueOf(facts.gpus) ?? [];
  return [
    ['report.system', `${facts.platform} ${facts.architecture}`],
    ['report.python', `${facts.interpreter.version ?? '?'} (${facts.interpreter.kind})`],
    [
      'report.torch',
      torch ? `${torch.version} (cuda ${torch.cuda ?? '-'}, hip ${torch.hip ?? '-'})` : '-',
    ],
    ['report.xformers', xformers ? `${xformers.version} (${xformers.builtForTorch ?? '?'})` : '-'],
    ['report.triton', triton ? `${triton.distribution} ${triton.version}` : '-'],
    [
      'report.gpu',
      gpus.map((gpu) => `${gpu.name} (${gpu.computeCapability ?? '?'})`).join(', ') || '?',
    ],
    ['report.driver', valueOf(facts.driver)?.version ?? '?'],
    ['report.comfyui', install ? `${install.comfyui?.version ?? '?'} (${install.kind})` : '-'],
    ['report.flags', facts.comfyui?.flags.join(' ') || '-'],
  ];
}
