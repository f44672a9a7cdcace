import { compare } from '@renovatebot/pep440';
import { valueOf, type Facts, type TorchBuild } from '../../../shared/facts.ts';
import { message } from '../../../shared/messages/index.ts';
import { fail } from '../../../shared/problem.ts';
import { driverFloorRows, torchReleaseRows, type TorchRelease } from '../knowledge/tables.ts';
import { familyOfTag, minorOf, plainVersion } from '../knowledge/cuda-family.ts';
import { xformersFit } from '../knowledge/xformers-fit.ts';
import { installed } from '../diagnosis/evidence.ts';
import { combination, fitting } from './choose-xformers.ts';
import { nothingToDo, type Attempt, type Intent } from './intent.ts';

/**
 * The same torch with GPU support, and its companions, from PyTorch's own index: the version
 * number stays, so nothing that was written for it breaks. An xFormers that then would not
 * fit is replaced in the same plan.
 */
export function chooseCudaTorch(facts: Facts, torch: TorchBuild): Intent {
  const what = combination(facts, torch);
  const plain = plainVersion(torch.version);
  const row = torchReleaseRows.find((each) => each.torch === minorOf(plain));
  const variants = row ? usableVariants(facts, row) : [];
  if (variants.length === 0 || facts.platform === 'darwin') {
    fail('no-matching-wheel', { params: { name: 'PyTorch', what } });
  }
  return {
    ...nothingToDo,
    attempts: variants.map((variant) => attemptFor(facts, plain, variant)),
    // torch on Linux pins its triton and brings its own CUDA libraries.
    movable: ['torch', 'torchvision', 'torchaudio', 'triton', 'xformers'],
    subject: { name: `PyTorch ${plain} (${variants[0] ?? ''})`, what },
    warnings: facts.driver.state === 'known' ? [] : [message('plan.warning.no-driver-seen')],
  };
}

function attemptFor(facts: Facts, plain: string, variant: string): Attempt {
  const torch = `${plain}+${variant}`;
  const companions = ['torchvision', 'torchaudio'].flatMap((name) => {
    const version = installed(facts, name);
    return version === null ? [] : [`${name}==${plainVersion(version)}+${variant}`];
  });
  return {
    requirements: [`torch==${torch}`, ...companions, ...xformersBeside(facts, torch)],
    index: { torchVariant: variant },
    forceReinstall: false,
  };
}

function xformersBeside(facts: Facts, version: string): string[] {
  const xformers = valueOf(facts.xformers);
  const family = familyOfTag(version);
  if (!xformers || !family) return [];
  const torch: TorchBuild = { version, cuda: `${family.major}`, hip: null, xpu: null };
  if (xformersFit(torch, xformers) === 'fits') return [];
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
