import { buildWheel, imitationFiles, type BuiltWheel } from './wheel.ts';
import { cudaOfTag, isAtLeast, localTag, withoutLocalTag } from './versions.ts';

export type TorchParts = {
  /** With its local tag: 2.6.0+cu124, 2.6.0+cpu, or 2.6.0 as the public index has it. */
  version: string;
  /** What it was compiled for, where the version does not say it. */
  cuda?: string | null;
  hip?: string | null;
  /** The graphics card that torch.cuda reports; none unless asked. */
  gpu?: { name: string; capability: [number, number]; memoryMiB: number };
  /** The Triton that its METADATA asks for; the real pair unless asked, null for none. */
  triton?: string | null;
  /** Other Requires-Dist lines. */
  requires?: readonly string[];
  tag?: string;
  padding?: number;
};

const tritonOfTorch: Record<string, string> = {
  '2.3.1': '2.3.1',
  '2.4.0': '3.0.0',
  '2.4.1': '3.0.0',
  '2.5.1': '3.1.0',
  '2.6.0': '3.2.0',
  '2.7.1': '3.3.1',
  '2.8.0': '3.4.0',
  '2.9.1': '3.5.1',
  '2.10.0': '3.6.0',
};

/** A wheel that imitates torch. */
export function torchWheel(parts: TorchParts): BuiltWheel {
  const cuda = parts.cuda === undefined ? cudaOfTag(localTag(parts.version)) : parts.cuda;
  const triton =
    parts.triton === undefined ? tritonOfTorch[withoutLocalTag(parts.version)] : parts.triton;
  const requires = [
    ...(cuda !== null && triton ? [`triton==${triton}; ${linuxMarker}`] : []),
    ...(parts.requires ?? []),
  ];
  return buildWheel({
    name: 'torch',
    version: parts.version,
    ...(parts.tag ? { tag: parts.tag } : {}),
    ...(parts.padding ? { padding: parts.padding } : {}),
    requires,
    scripts: ['torchrun = torch.distributed.run:main'],
    files: {
      ...imitationFiles('torch'),
      'torch/version.py': versionFile(parts.version, cuda, parts.hip ?? null),
      'torch/_imitation.json': `${JSON.stringify(settingsOf(parts, cuda), null, 2)}\n`,
    },
  });
}

const linuxMarker = 'platform_system == "Linux" and platform_machine == "x86_64"';

/** The shape of the real file, which tools read without starting Python. */
function versionFile(version: string, cuda: string | null, hip: string | null): string {
  const knowsXpu = isAtLeast(version, '2.4');
  const names = [
    '__version__',
    'debug',
    'cuda',
    'git_version',
    'hip',
    ...(knowsXpu ? ['xpu'] : []),
  ];
  const lines = [
    'from typing import Optional',
    '',
    `__all__ = [${names.map(quote).join(', ')}]`,
    `__version__ = ${quote(version)}`,
    'debug = False',
    `cuda: Optional[str] = ${cuda === null ? 'None' : quote(cuda)}`,
    `git_version = ${quote('1eba9b3aa3c43f86f4a2c807ac8e12c4a7767340')}`,
    `hip: Optional[str] = ${hip === null ? 'None' : quote(hip)}`,
    ...(knowsXpu ? ['xpu: Optional[str] = None'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function settingsOf(parts: TorchParts, cuda: string | null): object {
  const windows = parts.tag?.includes('win_') ?? false;
  return {
    gpu: parts.gpu ?? null,
    flash: cuda !== null && !windows,
    architectures: isAtLeast(cuda ?? '0', '12.8')
      ? ['sm_75', 'sm_80', 'sm_86', 'sm_90', 'sm_100', 'sm_120']
      : ['sm_50', 'sm_60', 'sm_70', 'sm_75', 'sm_80', 'sm_86', 'sm_90'],
    operators: [
      'aten::_efficient_attention_forward',
      'aten::_efficient_attention_backward',
      ...(cuda !== null && !windows
        ? ['aten::_flash_attention_forward', 'aten::_flash_attention_backward']
        : []),
    ],
  };
}

function quote(text: string): string {
  return `'${text}'`;
}
