import { buildWheel, imitationFiles, type BuiltWheel } from './wheel.ts';
import { cudaOfTag, isAtLeast, localTag, withoutLocalTag } from './versions.ts';

type Sized = { tag?: string; padding?: number };
type Versioned = Sized & { version: string };

/** Triton, or triton-windows: both are imported as `triton`. */
export function tritonWheel(
  parts: Versioned & { distribution?: 'triton' | 'triton-windows' },
): BuiltWheel {
  return packageWheel(parts.distribution ?? 'triton', 'triton', parts, []);
}

/** torchvision fails beside another torch, as the real one does. */
export function torchvisionWheel(parts: Versioned & { torch: string }): BuiltWheel {
  const torch = withoutLocalTag(parts.torch);
  const requires = ['numpy', `torch==${torch}`];
  return packageWheel('torchvision', 'torchvision', parts, requires, torch);
}

export function torchaudioWheel(parts: Versioned & { torch: string }): BuiltWheel {
  return packageWheel('torchaudio', 'torchaudio', parts, [
    `torch==${withoutLocalTag(parts.torch)}`,
  ]);
}

export function numpyWheel(parts: Versioned): BuiltWheel {
  return packageWheel('numpy', 'numpy', parts, []);
}

/** SageAttention imports triton unconditionally, and does not ask for it. */
export function sageattentionWheel(parts: Versioned): BuiltWheel {
  return packageWheel('sageattention', 'sageattention', parts, []);
}

/** flash-attn with a compiled library for one torch. */
export function flashAttentionWheel(parts: Versioned & { torch: string }): BuiltWheel {
  const cuda = cudaOfTag(localTag(parts.torch));
  const wanted = {
    torch: parts.torch,
    cudaMajor: cuda === null ? null : (cuda.split('.')[0] ?? null),
    stableAbi: isAtLeast(parts.torch, '2.10'),
    operators: [],
  };
  return buildWheel({
    name: 'flash_attn',
    version: parts.version,
    ...sized(parts),
    requires: ['torch'],
    files: {
      ...imitationFiles('flash_attn'),
      'flash_attn/_imitation.py': `version = '${parts.version}'\n`,
      'flash_attn_2_cuda.so': `imitation of a compiled library\n${JSON.stringify(wanted)}\n`,
    },
  });
}

/** Any other package: one module with a version. */
export function plainWheel(
  parts: Versioned & { name: string; requires?: readonly string[] },
): BuiltWheel {
  const module = parts.name.replace(/[-.]/g, '_');
  return buildWheel({
    name: parts.name,
    version: parts.version,
    ...sized(parts),
    requires: parts.requires ?? [],
    files: { [`${module}/__init__.py`]: `__version__ = '${parts.version}'\n` },
  });
}

function packageWheel(
  name: string,
  packageName: string,
  parts: Versioned,
  requires: readonly string[],
  builtForTorch?: string,
): BuiltWheel {
  const settings = [
    `version = '${parts.version}'`,
    ...(builtForTorch ? [`built_for_torch = '${builtForTorch}'`] : []),
  ];
  return buildWheel({
    name,
    version: parts.version,
    ...sized(parts),
    requires,
    files: {
      ...imitationFiles(packageName),
      [`${packageName}/_imitation.py`]: `${settings.join('\n')}\n`,
    },
  });
}

function sized(parts: Sized): Sized {
  return {
    ...(parts.tag ? { tag: parts.tag } : {}),
    ...(parts.padding ? { padding: parts.padding } : {}),
  };
}
