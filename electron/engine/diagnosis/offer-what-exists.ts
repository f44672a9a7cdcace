import type { Finding, Remedy } from '../../../shared/finding.ts';
import { isPlannable } from '../../../shared/goal.ts';
import { acceleratorServes } from '../knowledge/accelerator-cards.ts';
import { isPublishedFor } from '../knowledge/availability.ts';
import { familyOfTorch, plainVersion } from '../knowledge/cuda-family.ts';
import { coverageOf } from '../knowledge/gpu-architectures.ts';
import { everyCardIs, type Surroundings } from '../knowledge/surroundings.ts';
import { newerTorches } from '../knowledge/torch-candidates.ts';
import { cudaVariantsFor } from '../knowledge/torch-choice.ts';
import type { Clues } from './evidence/clues.ts';
import { adviceOf } from './evidence/finding-of.ts';
import { startScriptOf } from './evidence/start-script.ts';
import { surroundingsOf } from './evidence/surroundings.ts';

/** Where the planner would refuse, no button is offered, and the advice is another one. */
export function offerWhatExists(findings: readonly Finding[], clues: Clues): Finding[] {
  if (clues.live.state === 'unknown' && clues.live.problem?.code === 'python-silent')
    return findings.map(byHandAlone);
  const here = surroundingsOf(clues);
  return here ? findings.map((finding) => withoutVain(finding, clues, here)) : [...findings];
}

/** A Python that does not answer cannot be asked for a plan: what is to be done is told, no button offered. */
function byHandAlone(finding: Finding): Finding {
  return { ...finding, remedies: finding.remedies.map((each) => ({ ...each, goal: null })) };
}

function withoutVain(finding: Finding, clues: Clues, here: Surroundings): Finding {
  const isVain = ({ goal }: Remedy): boolean => isPlannable(goal) && !isPublishedFor(goal, here);
  if (!finding.remedies.some(isVain)) return finding;
  const remedies = finding.remedies.map((each) =>
    isVain(each) ? instead(finding, each, clues, here) : each,
  );
  const first = remedies[0];
  return first ? { ...finding, remedies, advice: adviceOf(first) } : finding;
}

/** By a flag in the start script, where files name one. */
function withoutXformers(clues: Clues): Remedy {
  const goal = startScriptOf(clues) === null ? null : 'pytorch-attention';
  return { goal, fixKind: 'remove_xformers' };
}
const anotherPackage: Remedy = {
  goal: null,
  fixKind: 'other',
  fixDetail: 'use_supported_python_or_package',
};

function instead(finding: Finding, remedy: Remedy, clues: Clues, here: Surroundings): Remedy {
  if (finding.severity === 'harmless') return { goal: null, fixKind: 'none_benign_warning' };
  switch (remedy.goal) {
    case 'xformers':
      return clues.xformers.state === 'known' ? withoutXformers(clues) : anotherPackage;
    case 'torch-cuda':
      return insteadOfTorch(remedy, here);
    case 'flash-attn':
      // Others than the indexes have ready wheels: with a file of theirs it can still be reached.
      return acceleratorServes(remedy.goal, here)
        ? { ...remedy, goal: null, ownWheel: remedy.goal }
        : { ...remedy, goal: null };
    case 'sageattention':
      return { ...remedy, goal: null };
    default:
      return anotherPackage;
  }
}

/** By what stands in the way of every build of this torch: the driver, or the card. */
function insteadOfTorch(remedy: Remedy, here: Surroundings): Remedy {
  if (cudaVariantsFor({ ...here, driver: null }).length > 0) {
    return { goal: null, fixKind: 'update_driver' };
  }
  const newest = cudaVariantsFor({ ...here, driver: null, cards: [] }).at(-1);
  // A torch that no table knows has to be found by hand.
  if (newest === undefined) return { ...remedy, goal: null };
  const torch = familyOfTorch(here.torch)
    ? here.torch
    : { ...here.torch, version: `${plainVersion(here.torch.version)}+${newest}` };
  const built = { ...here, torch };
  const isOld = everyCardIs(here.cards, (each) => coverageOf(built, each) === 'too-old');
  const goal = newerTorches(here).length > 0 ? 'upgrade-stack' : null;
  return isOld
    ? { goal, fixKind: 'other', fixDetail: 'torch_cu126_for_old_gpu' }
    : { goal, fixKind: 'upgrade_torch_for_gpu_arch' };
}
