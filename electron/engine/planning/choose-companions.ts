import type { Facts, TorchBuild } from '../../../shared/facts.ts';
import { installed } from '../diagnosis/evidence/evidence.ts';
import { plainVersion } from '../knowledge/cuda-family.ts';
import { companionFit, type Companion } from '../knowledge/torch-companions.ts';

const companions: readonly Companion[] = ['torchvision', 'torchaudio'];

/**
 * What pip is to bring of the installed companions for a torch of this CUDA family, first try
 * first. A version that goes with torch stays and only its build changes; any other gives way
 * to the series of the tables, in which pip finds the release for exactly this torch. So does
 * one of the right series in the second try: 0.24.0 asks for torch 2.9.0, not for 2.9.1.
 */
export function companionRequirements(
  facts: Facts,
  torch: TorchBuild,
  variant: string,
): string[][] {
  const found = companions.flatMap((name) => {
    const version = installed(facts, name);
    return version === null ? [] : [{ name, version, answer: companionFit(torch, name, version) }];
  });
  const kept = found.map(({ name, version, answer }) =>
    answer.fit === 'version-differs'
      ? `${name}==${answer.expected}.*`
      : `${name}==${plainVersion(version)}+${variant}`,
  );
  const byTable = found.map(({ name, answer }, index) =>
    answer.fit === 'unknown' ? (kept[index] ?? name) : `${name}==${answer.expected}.*`,
  );
  return kept.join() === byTable.join() ? [kept] : [kept, byTable];
}
