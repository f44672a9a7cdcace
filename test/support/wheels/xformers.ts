import { buildWheel, imitationFiles, type BuiltWheel } from './wheel.ts';
import { cudaOfTag, isAtLeast, localTag, withoutLocalTag } from './versions.ts';

export type XformersParts = {
  version: string;
  /** The torch it says it needs, in METADATA and in cpp_lib.json: 2.6.0+cu124. */
  torch: string;
  /** A wheel that lies: cpp_lib.json and the library were built for this torch instead. */
  reallyBuiltFor?: string;
  /** Leaves the compiled extension out, as an interrupted build does. */
  withoutExtension?: boolean;
  /** Leaves cpp_lib.json out, as a build of a third party does. */
  withoutMetadata?: boolean;
  builtForPython?: string;
  tag?: string;
  padding?: number;
  /** Console scripts; the real one has none. */
  scripts?: readonly string[];
  /** More files, path to content. */
  files?: Readonly<Record<string, string | Uint8Array>>;
};

/** A wheel that imitates xFormers. */
export function xformersWheel(parts: XformersParts): BuiltWheel {
  const builtFor = parts.reallyBuiltFor ?? parts.torch;
  const needed = withoutLocalTag(parts.torch);
  const requirement = isAtLeast(parts.version, '0.0.35') ? 'torch>=2.10' : `torch==${needed}`;
  const extension = parts.tag?.includes('win_') ? 'xformers/_C.pyd' : 'xformers/_C.so';
  return buildWheel({
    name: 'xformers',
    version: parts.version,
    ...(parts.tag ? { tag: parts.tag } : {}),
    ...(parts.padding ? { padding: parts.padding } : {}),
    ...(parts.scripts ? { scripts: parts.scripts } : {}),
    requires: ['numpy', requirement],
    files: {
      ...parts.files,
      ...imitationFiles('xformers'),
      'xformers/version.py': `# noqa: C801\n__version__ = "${parts.version}"\n`,
      'xformers/_imitation.json': `${JSON.stringify(operatorsOf(parts.version), null, 2)}\n`,
      ...(parts.withoutMetadata
        ? {}
        : { 'xformers/cpp_lib.json': JSON.stringify(buildMetadata(parts, builtFor)) }),
      ...(parts.withoutExtension ? {} : { [extension]: extensionLibrary(parts.version, builtFor) }),
    },
  });
}

/** The shape of the real cpp_lib.json. */
function buildMetadata(parts: XformersParts, builtFor: string): object {
  const flash = isAtLeast(parts.version, '0.0.22') && !isAtLeast(parts.version, '0.0.34');
  return {
    version: {
      cuda: nvccNumber(builtFor),
      hip: null,
      torch: builtFor,
      python: parts.builtForPython ?? '3.11.9',
      ...(flash
        ? { flash: flashVersion(parts.version), use_torch_flash: usesTorchFlash(parts.version) }
        : {}),
    },
    env: {
      TORCH_CUDA_ARCH_LIST: '6.0+PTX 7.0 7.5 8.0+PTX 9.0a',
      PYTORCH_ROCM_ARCH: null,
      XFORMERS_BUILD_TYPE: 'Release',
      XFORMERS_ENABLE_DEBUG_ASSERTIONS: null,
      NVCC_FLAGS: '-allow-unsupported-compiler',
      XFORMERS_PACKAGE_FROM: `wheel-v${withoutLocalTag(parts.version)}`,
    },
  };
}

/** 12.4 is 1204: the compiler's version, not torch's CUDA family. */
function nvccNumber(builtFor: string): number | null {
  const cuda = cudaOfTag(localTag(builtFor));
  if (cuda === null) return null;
  const [major = '0', minor = '0'] = cuda.split('.');
  return Number(major) * 100 + Number(minor);
}

/** Not a library: a line that looks like one, and what the imitated loader has to know. */
function extensionLibrary(version: string, builtFor: string): string {
  const cuda = cudaOfTag(localTag(builtFor));
  const operators = isAtLeast(version, '0.0.29')
    ? ['xformers_flash::flash_fwd', 'xformers_flash::flash_bwd']
    : [
        'xformers::efficient_attention_forward_cutlass',
        'xformers::efficient_attention_backward_cutlass',
        'xformers_flash::flash_fwd',
        'xformers_flash::flash_bwd',
      ];
  const wanted = {
    torch: builtFor,
    cudaMajor: cuda === null ? null : (cuda.split('.')[0] ?? null),
    stableAbi: isAtLeast(version, '0.0.34'),
    operators,
  };
  return `imitation of a compiled library\n${JSON.stringify(wanted)}\n`;
}

/** The names and homes of the operators, as xformers/ops/fmha/ has them at the tag of each release. */
function operatorsOf(version: string): object {
  const inTorch = isAtLeast(version, '0.0.29');
  const flashName = isAtLeast(version, '0.0.28') ? 'fa2{}' : 'flshatt{}';
  const suffix = usesTorchFlash(version) ? '-pt' : '';
  return {
    cutlass: inTorch
      ? {
          name: 'cutlass{}-pt',
          library: 'aten',
          prefix: '_',
          suffix: '',
          most: isAtLeast(version, '0.0.33') ? [9, 0] : null,
        }
      : { name: 'cutlass{}', library: 'xformers', prefix: '', suffix: '_cutlass', most: null },
    flash: {
      name: `${flashName}@${flashVersion(version)}${suffix}`,
      library: usesTorchFlash(version) ? 'aten' : 'xformers_flash',
      forward: usesTorchFlash(version) ? '_flash_attention_forward' : 'flash_fwd',
      backward: usesTorchFlash(version) ? '_flash_attention_backward' : 'flash_bwd',
    },
    flash3: { name: 'fa3{}@0.0.0' },
  };
}

function flashVersion(version: string): string {
  if (usesTorchFlash(version)) return '2.5.7';
  return isAtLeast(version, '0.0.29') ? 'v2.7.2.post1' : 'v2.5.7';
}

function usesTorchFlash(version: string): boolean {
  return isAtLeast(version, '0.0.31');
}
