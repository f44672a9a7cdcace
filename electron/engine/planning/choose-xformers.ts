import { compare, satisfies } from '@renovatebot/pep440';
import { valueOf, type Facts, type TorchBuild } from '../../../shared/facts.ts';
import { message } from '../../../shared/messages/index.ts';
import { fail } from '../../../shared/problem.ts';
import { xformersReleaseRows, type XformersRelease } from '../knowledge/tables.ts';
import { familyOfTorch, minorOf, plainVersion, type CudaFamily } from '../knowledge/cuda-family.ts';
import { nothingToDo, type Attempt, type IndexChoice, type Intent } from './intent.ts';

/**
 * The newest xFormers whose wheel fits this torch, its CUDA major, this Python and this
 * system. torch stays. Throws `no-matching-wheel` where none was ever published.
 */
export function chooseXformers(facts: Facts, torch: TorchBuild): Intent {
  const family = familyOfTorch(torch);
  const what = combination(facts, torch);
  const releases = family === null ? [] : fitting(facts, torch, family);
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
  const exact = variantsOn(facts, release).includes(family.variant);
  return {
    ...nothingToDo,
    attempts,
    movable: ['xformers'],
    subject: { name: `xFormers ${release.version}`, what },
    warnings: exact ? [] : [message('plan.warning.other-cuda-minor', { variant: family.variant })],
  };
}

const triedReleases = 3;

/** The releases whose wheel fits, newest first. */
export function fitting(facts: Facts, torch: TorchBuild, family: CudaFamily): XformersRelease[] {
  // Wheels exist for 64-bit Linux and Windows PCs only (knowledge/compat.json, platforms).
  if (facts.architecture !== 'x64' || facts.platform === 'darwin') return [];
  const rows = xformersReleaseRows.filter(
    (row) =>
      satisfies(plainVersion(torch.version), row.torchRequirement) &&
      fitsPython(row, facts.interpreter.version) &&
      variantsOn(facts, row).some((variant) => majorOf(variant) === family.major) &&
      !(facts.platform === 'win32' && (row.brokenOnWindows || isBeyond(facts, row))),
  );
  return rows.sort((a, b) => compare(b.version, a.version));
}

function fitsPython(row: XformersRelease, version: string | null): boolean {
  if (version === null) return true;
  const minor = minorOf(version);
  return row.python.kind === 'list'
    ? row.python.versions.includes(minor)
    : compare(minor, row.python.version) >= 0;
}

function isBeyond(facts: Facts, row: XformersRelease): boolean {
  const limit = row.windowsMaxCapability;
  const gpus = valueOf(facts.gpus) ?? [];
  return (
    limit !== null &&
    gpus.some(
      (gpu) => gpu.computeCapability !== null && Number(gpu.computeCapability) > Number(limit),
    )
  );
}

function variantsOn(facts: Facts, row: XformersRelease): string[] {
  return facts.platform === 'win32' ? row.cudaWindows : row.cudaLinux;
}

function majorOf(variant: string): number {
  return Number(variant.slice(2, 4));
}

/**
 * The default index first where it carries exactly this CUDA family (it is the user's own
 * choice and often a near mirror); else PyTorch's index, in the same family if it has one,
 * in another of the same major if not, and the default index last.
 */
function indexOrder(facts: Facts, row: XformersRelease, family: CudaFamily): IndexChoice[] {
  const variants = variantsOn(facts, row).filter((variant) => majorOf(variant) === family.major);
  const nearest = [...variants].sort(
    (a, b) => distance(a, family.variant) - distance(b, family.variant),
  );
  const torchIndexes = nearest.map((variant): IndexChoice => ({ torchVariant: variant }));
  const onDefault = facts.platform !== 'win32' || row.pypiHasWindowsWheel;
  if (!onDefault || majorOf(row.pypiVariant) !== family.major) return torchIndexes;
  return row.pypiVariant === family.variant
    ? ['default', ...torchIndexes]
    : [...torchIndexes, 'default'];
}

function distance(a: string, b: string): number {
  return Math.abs(Number(a.slice(2)) - Number(b.slice(2)));
}

/** For a sentence: "Python 3.11, PyTorch 2.6.0+cu124, Windows". */
export function combination(facts: Facts, torch: TorchBuild): string {
  const systems = { win32: 'Windows', linux: 'Linux', darwin: 'macOS' } as const;
  const python = facts.interpreter.version ?? '?';
  return `Python ${python}, PyTorch ${torch.version}, ${systems[facts.platform]} ${facts.architecture}`;
}
