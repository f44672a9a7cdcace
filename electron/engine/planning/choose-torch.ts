import { valueOf, type Facts, type TorchBuild } from '../../../shared/facts.ts';
import { fail } from '../../../shared/problem.ts';
import { familyOfTag, familyOfTorch, plainVersion } from '../knowledge/cuda-family.ts';
import type { Surroundings } from '../knowledge/surroundings.ts';
import { cudaVariantsFor, isOnPypi, torchReleaseOf } from '../knowledge/torch-choice.ts';
import { torchOfVersion } from '../knowledge/torch-of-version.ts';
import { companionRequirements } from './choose-companions.ts';
import { combination } from './combination.ts';
import { noDriverSeen } from './no-driver-seen.ts';
import { nothingToDo, type Attempt, type Intent } from './intent.ts';
import { xformersBeside } from './xformers-beside.ts';

/**
 * The same torch with GPU support, and its companions, from PyTorch's own index: the version
 * number stays, so nothing that was written for it breaks. A torch that has GPU support stays
 * as it is, and only its companions move. An xFormers that then would not fit is replaced in
 * the same plan.
 */
export function chooseCudaTorch(facts: Facts, here: Surroundings): Intent {
  const what = combination(here);
  const variants = inOrder(facts, here);
  if (variants.length === 0) fail('no-matching-wheel', { params: { name: 'PyTorch', what } });
  return {
    ...nothingToDo,
    attempts: variants.flatMap((variant) => attemptsFor(facts, here, variant)),
    // torch on Linux pins its triton and brings its own CUDA libraries.
    movable: ['torch', 'torchvision', 'torchaudio', 'triton', 'xformers'],
    othersMayMind: true,
    subject: { name: `PyTorch ${plainVersion(here.torch.version)} (${variants[0] ?? ''})`, what },
    warnings: noDriverSeen(facts),
  };
}

/** From PyTorch's own index; where that cannot be had, from the user's, which on a Linux PC has one family. */
function attemptsFor(facts: Facts, here: Surroundings, variant: string): Attempt[] {
  const torch = withCuda(here.torch, variant);
  const then = { ...here, torch, torchArchitectures: null };
  const fromTorch = companionRequirements(facts, torch, variant).map((companions): Attempt => ({
    requirements: [`torch==${torch.version}`, ...companions],
    index: { torchVariant: variant },
    forceReinstall: false,
    also: xformersBeside(facts, then, { onDefault: false }),
  }));
  if (!isOnPypi(here, variant)) return fromTorch;
  const wanted = familyOfTorch(here.torch) ? torch.version : plainVersion(torch.version);
  const fromPypi = companionRequirements(facts, torch, null).map((companions): Attempt => ({
    // "==" would be content with another build of the number.
    requirements: [`torch===${wanted}`, ...companions],
    index: 'default',
    torchVariant: variant,
    forceReinstall: false,
    also: xformersBeside(facts, then, { onDefault: true }),
  }));
  return [...fromTorch, ...fromPypi];
}

/** It stays as it is where it has GPU support. */
function withCuda(torch: TorchBuild, variant: string): TorchBuild {
  if (familyOfTorch(torch)) return torch;
  const version = `${plainVersion(torch.version)}+${variant}`;
  return torchOfVersion(version) ?? { ...torch, version };
}

/** The families that serve here, the one that the installed xFormers wants first. */
function inOrder(facts: Facts, here: Surroundings): string[] {
  const wanted = familyOfTag(valueOf(facts.xformers)?.builtForTorch ?? '')?.variant;
  const usual = torchReleaseOf(here.torch.version)?.pypiLinuxVariant;
  const rank = (variant: string): number => (variant === wanted ? 2 : variant === usual ? 1 : 0);
  return cudaVariantsFor(here).sort(
    (a, b) => rank(b) - rank(a) || Number(b.slice(2)) - Number(a.slice(2)),
  );
}
