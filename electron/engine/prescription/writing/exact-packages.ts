import { compare } from '../../knowledge/versions.ts';
import { valueOf } from '../../../../shared/facts.ts';
import { installed } from '../../diagnosis/evidence/evidence.ts';
import { familyOfTorch, minorOf, plainVersion } from '../../knowledge/cuda-family.ts';
import { readyWheelFor, type ReadyWheel } from '../../knowledge/ready-wheels.ts';
import { torchReleaseRows, xformersReleaseRows } from '../../knowledge/tables.ts';
import { newestTorchFor, trioOf, type TorchTrio } from '../../knowledge/torch-trio.ts';
import { cudaVariantsFor } from '../../knowledge/torch-choice.ts';
import { tritonFor } from '../../knowledge/triton-fit.ts';
import { nearestVariants, variantsOn, xformersFor } from '../../knowledge/xformers-releases.ts';
import type { Case } from './case.ts';

export type ExactPackage = {
  /** As pip takes it: xformers==0.0.29.post3, triton-windows>=3.3,<3.4. */
  requirement: string;
  name: string;
  /** What a sentence calls it. */
  version: string;
  /** The family of PyTorch's index; null: the usual one. */
  index: string | null;
  /** What is there now; null where nobody knows. */
  now: string | null;
  /** The same number in another build. */
  again: boolean;
};

/** The newest xFormers that works beside this torch, Python, system and card; null where none was published. */
export function exactXformers({ here, clues }: Case): ExactPackage | null {
  const family = here && familyOfTorch(here.torch);
  if (!here || !family) return null;
  const release = xformersFor(here)[0];
  const index = release && nearestVariants(release, here.platform, family)[0];
  if (!release || !index) return null;
  const now = valueOf(clues.xformers)?.version ?? null;
  return {
    requirement: `xformers==${release.version}`,
    name: 'xformers',
    version: release.version,
    index,
    now,
    again: now !== null && plainVersion(now) === release.version,
  };
}

/** The Triton of this torch: exactly on Linux, a series on Windows. */
export function exactTriton({ here, clues }: Case): ExactPackage | null {
  const triton = here && tritonFor(here);
  if (!triton) return null;
  const now = valueOf(clues.triton)?.version ?? null;
  return {
    requirement: rangeOf(triton.requirement),
    name: triton.distribution,
    version: triton.number,
    index: null,
    now,
    again: false,
  };
}

/** triton-windows==3.3.* is the same as >=3.3,<3.4, which shells and people read better. */
function rangeOf(requirement: string): string {
  const series = /^(?<name>[\w-]+)==(?<major>\d+)\.(?<minor>\d+)\.\*$/.exec(requirement)?.groups;
  if (!series) return requirement;
  const { name = '', major = '', minor = '' } = series;
  return `${name}>=${major}.${minor},<${major}.${Number(minor) + 1}`;
}

/** The ready wheel of SageAttention or flash-attn, for cards that it has kernels for. */
export function exactWheel(
  { here }: Case,
  name: 'sageattention' | 'flash-attn',
): ReadyWheel | null {
  return here && readyWheelFor(name, here);
}

/** The same torch for CUDA, with its companions; null where no build of it serves the cards here. */
export function sameTorchForCuda({ here, clues }: Case): TorchTrio | null {
  if (!here) return null;
  const wanted = valueOf(clues.xformers)?.builtForTorch ?? '';
  const family = /\+(cu\d{3})/.exec(wanted)?.[1];
  const variants = cudaVariantsFor(here);
  const usual = torchReleaseRows.find((row) => row.torch === minorOf(here.torch.version));
  const variant =
    [family, usual?.pypiLinuxVariant].find((each) => each && variants.includes(each)) ??
    variants.at(-1);
  return variant ? trioOf(plainVersion(here.torch.version), variant) : null;
}

/** CUDA 12.8 first: every driver of an RTX 50 runs it, and so do the most packages beside torch. */
const forNewCards = ['cu128', 'cu129', 'cu130'];

/**
 * The torch for cards that the present one has no code for: the same number in another build, else
 * the newest for ComfyUI, which wants a recent one, and for other programs the first that serves.
 */
export function torchForNewCards({ here, beside, owner }: Case): TorchTrio | null {
  const number = here && plainVersion(here.torch.version);
  const same = number === null ? null : newestTorchFor(beside, forNewCards, number, number);
  if (same) return same;
  const oldest = owner.engine === 'comfyui' ? null : '2.7.1';
  return newestTorchFor(beside, forNewCards, oldest) ?? newestTorchFor(beside, forNewCards);
}

/** Any torch with GPU support that there is for this Python, card and driver. */
export function anyTorchForCuda(
  { beside }: Case,
  variants: readonly string[] = ['cu130', 'cu128', 'cu126'],
): TorchTrio | null {
  return newestTorchFor(beside, variants);
}

/** The last torch with code for Maxwell, Pascal and Volta: the same number where it was published. */
export function torchForOldCards({ here, beside }: Case): TorchTrio | null {
  const same = here && trioOf(plainVersion(here.torch.version), 'cu126');
  const release = here && torchReleaseRows.find((row) => row.torch === minorOf(here.torch.version));
  if (same && release?.cuda.some((each) => each.variant === 'cu126')) return same;
  return newestTorchFor(beside, ['cu126']);
}

/** The torch that an xFormers was built for. */
export function torchOfXformers({ clues, here }: Case): TorchTrio | null {
  const built = valueOf(clues.xformers)?.builtForTorch;
  const family = built ? /\+(cu\d{3})/.exec(built)?.[1] : null;
  const own = here && familyOfTorch(here.torch)?.variant;
  const variant = family ?? own;
  return built && variant ? trioOf(plainVersion(built), variant) : null;
}

/** torch==2.7.1+cu128 and its two: with the tag, or pip takes the same number of another build for it. */
export function requirementsOf({ torch, torchvision, torchaudio, variant }: TorchTrio): string[] {
  return [
    `torch==${torch}+${variant}`,
    `torchvision==${torchvision}+${variant}`,
    `torchaudio==${torchaudio}+${variant}`,
  ];
}

const listed = 8;

/** For each of the last PyTorch versions its xFormers: 2.8.0 xformers==0.0.32.post2. */
export function xformersByTorch({ owner }: Case): string {
  const lines = new Map<string, string>();
  const rows = [...xformersReleaseRows].sort((a, b) => compare(b.version, a.version));
  for (const row of rows) {
    const usable = variantsOn(row, owner.platform).length > 0;
    const broken = owner.platform === 'win32' && row.brokenOnWindows;
    if (!usable || broken || lines.has(row.builtForTorch)) continue;
    lines.set(row.builtForTorch, `xformers==${row.version}`);
  }
  return listOf([...lines]);
}

/** For each of the last PyTorch versions its Triton; of both systems where nobody tells which it is. */
export function tritonByTorch({ owner }: Case): string {
  const pairs = [...torchReleaseRows].reverse().flatMap((row): [string, string][] => {
    const pin = row.tritonLinux.at(-1);
    const linux = pin ? `triton${pin.requirement}` : null;
    const { series } = row.tritonWindows ?? {};
    const windows = series === undefined ? null : rangeOf(`triton-windows==${series}.*`);
    const both = windows && linux ? `${windows} (Linux: ${linux})` : null;
    const wanted = owner.platform === 'win32' ? windows : owner.platform === 'linux' ? linux : both;
    return wanted === null ? [] : [[row.torch, wanted]];
  });
  return listOf(pairs);
}

function listOf(pairs: readonly (readonly [string, string])[]): string {
  return pairs
    .slice(0, listed)
    .map(([torch, requirement]) => `${torch} → ${requirement}`)
    .join(' · ');
}

/** The version of a package that is there now, for the way back. */
export function versionNow({ clues }: Case, name: string): string | null {
  if (name === 'xformers') return valueOf(clues.xformers)?.version ?? null;
  if (name === 'triton' || name === 'triton-windows') return valueOf(clues.triton)?.version ?? null;
  return installed(clues, name);
}

/** The family of PyTorch's index on which a version with a tag was published. */
export function indexOfVersion(version: string): string | null {
  return /\+((?:cu\d{3}|cpu|xpu|rocm[\d.]+))$/.exec(version)?.[1] ?? null;
}
