import { valueOf, type Facts, type TorchBuild } from '../../../shared/facts.ts';
import { message } from '../../../shared/messages/index.ts';
import { distributionNamed } from '../../../shared/named-distribution.ts';
import { fail } from '../../../shared/problem.ts';
import type { Surroundings } from '../knowledge/surroundings.ts';
import { newerTorches, type TorchCandidate } from '../knowledge/torch-candidates.ts';
import { tritonFor } from '../knowledge/triton-fit.ts';
import { wheelDiffers, wheelTags } from '../knowledge/wheel-tags.ts';
import { xformersFor } from '../knowledge/xformers-releases.ts';
import { combination } from './combination.ts';
import { nothingToDo, type Attempt, type Intent } from './intent.ts';
import { noDriverSeen } from './no-driver-seen.ts';
import { torchParts } from './torch-parts.ts';
import { tritonInTheWay } from './triton-in-the-way.ts';
import { xformersBeside } from './xformers-beside.ts';

/**
 * The newest torch that this Python, driver and card can run, with everything that has to go
 * with it: torchvision and torchaudio, xFormers and Triton where they are there, and compiled
 * attention packages that would not load beside it. A torch for which all of them exist comes
 * before a newer one for which they do not.
 */
export function chooseStack(facts: Facts, here: Surroundings): Intent {
  const subject = { name: 'PyTorch', what: combination(here) };
  const candidates = newerTorches(here);
  const whole = candidates.filter((each) => isWhole(facts, here, each));
  const [best, ...others] = whole.length > 0 ? whole : candidates;
  if (!best) fail('no-matching-wheel', { params: subject });
  const stranded = strandedBeside(facts, best.torch);
  const left = isWhole(facts, here, best) ? [] : xformersThere(facts);
  const remove = [
    ...stranded,
    ...left,
    ...tritonInTheWay(facts, tritonFor(beside(here, best.torch))),
  ];
  return {
    ...nothingToDo,
    attempts: [best, ...others].flatMap((each) => attemptsFor(facts, here, each)),
    askFirst: 'torch',
    movable: torchParts(facts),
    remove,
    othersMayMind: true,
    subject: { ...subject, name: `PyTorch ${best.minor} (${best.variant})` },
    warnings: [
      ...noDriverSeen(facts),
      ...remove.map((name) => message('plan.warning.goes', { name })),
    ],
  };
}

function isWhole(facts: Facts, here: Surroundings, { torch }: TorchCandidate): boolean {
  const then = beside(here, torch);
  const wantsXformers = xformersThere(facts).length > 0;
  return (
    (!wantsXformers || xformersFor(then).length > 0) &&
    (!wantsTriton(facts) || tritonFor(then) !== null)
  );
}

/** From PyTorch's own index, which names each build; where that cannot be had, from the user's. */
function attemptsFor(facts: Facts, here: Surroundings, candidate: TorchCandidate): Attempt[] {
  const attempt = attemptFor(facts, here, candidate);
  const { variant, onPypi } = candidate;
  return onPypi ? [attempt, { ...attempt, index: 'default', torchVariant: variant }] : [attempt];
}

function attemptFor(facts: Facts, here: Surroundings, candidate: TorchCandidate): Attempt {
  const { minor, variant, torch, torchvision, torchaudio } = candidate;
  const then = beside(here, torch);
  const there = (name: string): boolean => distributionNamed(facts.distributions, name) !== null;
  const also = xformersBeside(facts, then, { onDefault: false });
  const requirements = [
    `torch==${minor}.*`,
    ...(there('torchvision') ? [`torchvision==${torchvision}.*`] : []),
    ...(there('torchaudio') ? [`torchaudio==${torchaudio}.*`] : []),
  ];
  const triton = tritonFor(then);
  // On Linux torch asks for its own.
  if (triton?.distribution === 'triton-windows' && wantsTriton(facts))
    also.push({ requirements: [triton.requirement], index: 'default', forceReinstall: false });
  return { requirements, index: { torchVariant: variant }, forceReinstall: false, also };
}

function beside(here: Surroundings, torch: TorchBuild): Surroundings {
  return { ...here, torch, torchArchitectures: null };
}

function xformersThere(facts: Facts): string[] {
  return valueOf(facts.xformers) === null ? [] : ['xformers'];
}

function wantsTriton(facts: Facts): boolean {
  return (
    valueOf(facts.triton) !== null ||
    distributionNamed(facts.distributions, 'sageattention') !== null
  );
}

/** Compiled attention packages that were built for another torch than is to come. */
function strandedBeside(facts: Facts, torch: TorchBuild): string[] {
  return facts.attentionBuilds
    .filter(({ compiled, wheel, version }) => {
      const tags = wheelTags(`${wheel ?? ''} ${version ?? ''}`);
      const isTold = tags.torch !== null || tags.cudaMajor !== null;
      // What does not say for which torch it was built was built for the one that is there.
      return compiled.length > 0 && (!isTold || wheelDiffers(torch, tags, facts.platform) !== null);
    })
    .filter(({ name }) => distributionNamed(facts.distributions, name) !== null)
    .map(({ name }) => name);
}
