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
 * `variant` is null for an index that has builds under their bare number, which pip takes to be
 * there already unless it is told otherwise.
 */
export function companionRequirements(
  facts: Facts,
  torch: TorchBuild,
  variant: string | null,
): string[][] {
  const found = companions.flatMap((name) => {
    const version = installed(facts, name);
    return version === null ? [] : [{ name, version, answer: companionFit(torch, name, version) }];
  });
  const kept = found.map(({ name, version, answer }) =>
    answer.fit === 'version-differs'
      ? `${name}==${answer.expected}.*`
      : exactly(name, plainVersion(version), variant),
  );
  const byTable = found.map(({ name, version, answer }, index) => {
    if (answer.fit === 'unknown') return kept[index] ?? name;
    const series = `${name}==${answer.expected}.*`;
    const isThere = variant === null && answer.fit !== 'version-differs';
    return isThere ? `${series},!=${plainVersion(version)}` : series;
  });
  return kept.join() === byTable.join() ? [kept] : [kept, byTable];
}

function exactly(name: string, version: string, variant: string | null): string {
  return variant === null ? `${name}===${version}` : `${name}==${version}+${variant}`;
}
