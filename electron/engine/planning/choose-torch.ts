import { compare } from '@renovatebot/pep440';
import { valueOf, type Facts, type TorchBuild } from '../../../shared/facts.ts';
import { message } from '../../../shared/messages/index.ts';
import { fail } from '../../../shared/problem.ts';
import { driverFloorRows, torchReleaseRows, type TorchRelease } from '../knowledge/tables.ts';
import { familyOfTag, familyOfTorch, minorOf, plainVersion } from '../knowledge/cuda-family.ts';
import { xformersFit } from '../knowledge/xformers-fit.ts';
import { companionRequirements } from './choose-companions.ts';
import { combination, fitting } from './choose-xformers.ts';
import { nothingToDo, type Attempt, type Intent } from './intent.ts';

/**
 * The same torch with GPU support, and its companions, from PyTorch's own index: the version
 * number stays, so nothing that was written for it breaks. A torch that has GPU support stays
 * as it is, and only its companions move. An xFormers that then would not fit is replaced in
 * the same plan.
 */
export function chooseCudaTorch(facts: Facts, torch: TorchBuild): Intent {
  const what = combination(facts, torch);
  const plain = plainVersion(torch.version);
  const row = torchReleaseRows.find((each) => each.torch === minorOf(plain));
  const own = familyOfTorch(torch)?.variant;
  const variants = own !== undefined ? [own] : row ? usableVariants(facts, row) : [];
  if (variants.length === 0 || facts.platform === 'darwin') {
    fail('no-matching-wheel', { params: { name: 'PyTorch', what } });
  }
  return {
    ...nothingToDo,
    attempts: variants.flatMap((variant) =>
      attemptsFor(facts, own === undefined ? `${plain}+${variant}` : torch.version, variant),
    ),
    // torch on Linux pins its triton and brings its own CUDA libraries.
    movable: ['torch', 'torchvision', 'torchaudio', 'triton', 'xformers'],
    subject: { name: `PyTorch ${plain} (${variants[0] ?? ''})`, what },
    warnings: facts.driver.state === 'known' ? [] : [message('plan.warning.no-driver-seen')],
  };
}

function attemptsFor(facts: Facts, version: string, variant: string): Attempt[] {
  const torch: TorchBuild = { version, cuda: cudaOf(variant), hip: null, xpu: null };
  return companionRequirements(facts, torch, variant).map((companions) => ({
    requirements: [`torch==${version}`, ...companions, ...xformersBeside(facts, torch)],
    index: { torchVariant: variant },
    forceReinstall: false,
  }));
}

/** cu124 is 12.4. */
function cudaOf(variant: string): string {
  return `${variant.slice(2, 4)}.${variant.slice(4)}`;
}

function xformersBeside(facts: Facts, torch: TorchBuild): string[] {
  const xformers = valueOf(facts.xformers);
  const family = familyOfTorch(torch);
  if (!xformers || !family || xformersFit(torch, xformers) === 'fits') return [];
  const release = fitting(facts, torch, family)[0];
  return release ? [`xformers==${release.version}`] : [];
}

/** The families that this driver can run, the one that the installed xFormers wants first. */
function usableVariants(facts: Facts, row: TorchRelease): string[] {
  const driver = valueOf(facts.driver)?.version ?? null;
  const usable = row.cudaVariants.filter((variant) => driverRuns(facts, driver, variant));
  const wanted = familyOfTag(valueOf(facts.xformers)?.builtForTorch ?? '')?.variant;
  const rank = (variant: string): number =>
    variant === wanted ? 2 : variant === row.pypiLinuxVariant ? 1 : 0;
  return [...usable].sort((a, b) => rank(b) - rank(a) || Number(b.slice(2)) - Number(a.slice(2)));
}

function driverRuns(facts: Facts, driver: string | null, variant: string): boolean {
  if (driver === null) return true;
  const floor = driverFloorRows.find((row) => row.cudaMajor === Number(variant.slice(2, 4)));
  if (!floor) return true;
  return compare(driver, facts.platform === 'win32' ? floor.windows : floor.linux) >= 0;
}
