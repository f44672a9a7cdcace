import { valueOf, type Facts } from '../../../shared/facts.ts';
import { message } from '../../../shared/messages/index.ts';
import { fail } from '../../../shared/problem.ts';
import { familyOfTorch, plainVersion, type CudaFamily } from '../knowledge/cuda-family.ts';
import type { Surroundings } from '../knowledge/surroundings.ts';
import type { XformersRelease } from '../knowledge/tables.ts';
import {
  majorOf,
  nearestVariants,
  variantsOn,
  xformersFor,
} from '../knowledge/xformers-releases.ts';
import { combination } from './combination.ts';
import { nothingToDo, type Attempt, type IndexChoice, type Intent } from './intent.ts';

/**
 * The newest xFormers whose wheel works beside this torch, its CUDA major, this Python, this
 * system and these cards. torch stays. Throws `no-matching-wheel` where none was ever published.
 */
export function chooseXformers(facts: Facts, here: Surroundings): Intent {
  const family = familyOfTorch(here.torch);
  const what = combination(here);
  const releases = xformersFor(here);
  const release = releases[0];
  if (!release || !family) fail('no-matching-wheel', { params: { name: 'xFormers', what } });
  const installed = valueOf(facts.xformers)?.version ?? null;
  // Mirrors lag: where the newest is not there yet, the one before it fits as well.
  const attempts = releases.slice(0, triedReleases).flatMap((each) =>
    indexOrder(facts, each, family).map((index): Attempt => ({
      requirements: [`xformers==${each.version}`],
      index,
      // The number alone would make pip say "already satisfied" beside a wrong build.
      forceReinstall: installed !== null && plainVersion(installed) === each.version,
    })),
  );
  const exact = variantsOn(release, facts.platform).includes(family.variant);
  return {
    ...nothingToDo,
    attempts,
    movable: ['xformers'],
    subject: { name: `xFormers ${release.version}`, what },
    warnings: exact ? [] : [message('plan.warning.other-cuda-minor', { variant: family.variant })],
  };
}

const triedReleases = 3;

/**
 * The default index first where it carries exactly this CUDA family (it is the user's own
 * choice and often a near mirror); else PyTorch's index, in the same family if it has one,
 * in another of the same major if not, and the default index last.
 */
export function indexOrder(
  facts: Pick<Facts, 'platform'>,
  row: XformersRelease,
  family: CudaFamily,
): IndexChoice[] {
  const torchIndexes = nearestVariants(row, facts.platform, family).map((variant): IndexChoice => ({
    torchVariant: variant,
  }));
  const onDefault = facts.platform !== 'win32' || row.pypiHasWindowsWheel;
  if (!onDefault || majorOf(row.pypiVariant) !== family.major) return torchIndexes;
  return row.pypiVariant === family.variant
    ? ['default', ...torchIndexes]
    : [...torchIndexes, 'default'];
}
