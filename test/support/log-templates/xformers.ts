import { told, type LogTemplate } from './template.ts';

const advice = [
  '  Please reinstall xformers (see https://github.com/facebookresearch/xformers#installing-xformers)',
  "  Memory-efficient attention, SwiGLU, sparse and more won't be available.",
  '  Set XFORMERS_MORE_DETAILS=1 for more details',
];
const banner =
  "WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:";
const noOperator = [
  'NotImplementedError: No operator found for `memory_efficient_attention_forward` with inputs:',
  '     query       : shape=(1, 4096, 8, 64) (torch.float16)',
  '     key         : shape=(1, 4096, 8, 64) (torch.float16)',
  "     attn_bias   : <class 'NoneType'>",
  '     p           : 0.0',
];

export const xformersTemplates: readonly LogTemplate[] = [
  {
    name: 'xFormers for another torch',
    cause: 'xformers_torch_mismatch',
    fix: 'upgrade_xformers_matching_torch',
    verdict: 'problem',
    lines: [
      banner,
      `${told}    PyTorch {oldtorch} with CUDA 1208 (you have {newtorch})`,
      '    Python  {python} (you have {otherpython})',
      ...advice,
    ],
  },
  {
    name: 'xFormers for a newer torch, beside a NVIDIA card',
    cause: 'xformers_torch_mismatch',
    fix: 'upgrade_xformers_matching_torch',
    verdict: 'problem',
    lines: [
      'pytorch version: {oldtorch}',
      banner,
      `${told}    PyTorch {newtorch} with CUDA 1208 (you have {oldtorch})`,
      '    Python  {python} (you have {otherpython})',
      ...advice,
      'Device: cuda:0 {nvidia} : cudaMallocAsync',
    ],
  },
  {
    name: 'xFormers without its record of the build',
    cause: 'xformers_torch_mismatch',
    fix: 'upgrade_xformers_matching_torch',
    verdict: 'problem',
    lines: [
      `${told}WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for a different version of PyTorch or Python.`,
      ...advice,
    ],
  },
  {
    name: 'xFormers asks for what this torch does not have yet',
    cause: 'xformers_torch_mismatch',
    fix: 'upgrade_xformers_matching_torch',
    verdict: 'problem',
    lines: [
      'Traceback (most recent call last):',
      '  File "{packages}/xformers/checkpoint.py", line {n}, in <module>',
      `${told}ImportError: cannot import name 'SAC_IGNORED_OPS' from 'torch.utils.checkpoint' ({packages}/torch/utils/checkpoint.py)`,
    ],
  },
  {
    name: 'xFormers without its compiled part',
    cause: 'xformers_incomplete_build',
    fix: 'upgrade_xformers_matching_torch',
    verdict: 'problem',
    lines: [
      `${told}WARNING[XFORMERS]: Need to compile C++ extensions to use all xFormers features.`,
      '    Please install xformers properly (see https://github.com/facebookresearch/xformers#installing-xformers)',
      advice[1] ?? '',
    ],
  },
  {
    name: 'every operator says that xFormers has no CUDA',
    cause: 'xformers_incomplete_build',
    fix: 'upgrade_xformers_matching_torch',
    verdict: 'problem',
    lines: [
      'pytorch version: {torch}',
      'Device: cuda:0 {nvidia} : cudaMallocAsync',
      ...noOperator,
      '`fa2F@2.5.7-pt` is not supported because:',
      `${told}    xFormers wasn't build with CUDA support`,
      '`cutlassF-pt` is not supported because:',
      "    xFormers wasn't build with CUDA support",
    ],
  },
  {
    name: "torch's own flash operator, which Windows lacks",
    cause: 'xformers_incomplete_build',
    fix: 'upgrade_xformers_matching_torch',
    verdict: 'problem',
    lines: [
      '  File "{winpackages}\\xformers\\ops\\fmha\\flash.py", line {n}, in _flash_fwd',
      `${told}RuntimeError: USE_FLASH_ATTENTION was not enabled for build.`,
    ],
  },
  {
    name: 'an operator that stops at Hopper, and a Blackwell card',
    cause: 'attention_gpu_too_new',
    fix: 'remove_xformers',
    verdict: 'hardware_limit',
    lines: [
      ...noOperator,
      '`fa3F@0.0.0` is not supported because:',
      `${told}    requires device with capability <= (9, 0) but your GPU has capability (12, 0) (too new)`,
      "    operator wasn't built - see `python -m xformers.info` for more info",
      '`cutlassF-pt` is not supported because:',
      '    requires device with capability <= (9, 0) but your GPU has capability (12, 0) (too new)',
    ],
  },
  {
    name: 'a Hopper kernel on a Blackwell card',
    cause: 'attention_gpu_too_new',
    fix: 'remove_xformers',
    verdict: 'hardware_limit',
    lines: [
      'pytorch version: {newtorch}',
      'xformers version: {xformers}',
      'Device: cuda:0 {blackwell} : cudaMallocAsync',
      `${told}CUDA error (C:/a/xformers/xformers/third_party/flash-attention/hopper\\flash_fwd_launch_template.h:188): invalid argument`,
    ],
  },
  {
    name: 'bfloat16 on a card before Ampere',
    cause: 'attention_gpu_too_old',
    fix: 'none_hardware_limit',
    verdict: 'hardware_limit',
    lines: [
      ...noOperator.map((line) => line.replace('float16', 'bfloat16')),
      '`cutlassF` is not supported because:',
      `${told}    bf16 is only supported on A100+ GPUs`,
      '`fa2F@v2.5.7` is not supported because:',
      '    requires device with capability > (8, 0) but your GPU has capability (7, 5) (too old)',
      '    bf16 is only supported on A100+ GPUs',
    ],
  },
  {
    name: 'a forced operator that does not take these tensors',
    cause: 'attention_input_unsupported',
    fix: 'other',
    detail: 'do_not_force_op_or_fix_input',
    verdict: 'problem',
    lines: [
      'Device: cuda:0 {nvidia} : cudaMallocAsync',
      `${told}ValueError: Operator \`fa2F@v2.5.7\` does not support inputs:`,
      '     query       : shape=(1, 4096, 1, {size}) (torch.{dtype})',
      '`fa2F@v2.5.7` is not supported because:',
      '    max(query.shape[-1], value.shape[-1]) > 256',
      '    dtype=torch.{dtype} (supported: {torch.bfloat16, torch.float16})',
    ],
  },
  {
    name: 'xFormers on an Apple computer',
    cause: 'apple_mps_unsupported',
    fix: 'none_hardware_limit',
    verdict: 'hardware_limit',
    lines: [
      'Device: mps',
      ...noOperator,
      '`cutlassF` is not supported because:',
      `${told}    device=mps (supported: {'cuda'})`,
      "    xFormers wasn't build with CUDA support",
    ],
  },
  {
    name: 'xFormers beside a torch for Intel',
    cause: 'intel_xpu_unsupported',
    fix: 'remove_xformers',
    verdict: 'hardware_limit',
    lines: [
      banner,
      `${told}    PyTorch {newtorch} with CUDA 1208 (you have {xputorch})`,
      '    Python  {python} (you have {otherpython})',
      ...advice,
      'Device: xpu:0 {arc}',
    ],
  },
  {
    name: 'xFormers for CUDA beside a torch for ROCm',
    cause: 'amd_unsupported',
    fix: 'remove_xformers',
    verdict: 'hardware_limit',
    lines: [
      banner,
      `${told}    PyTorch {newtorch} with CUDA 1208 (you have {rocmtorch})`,
      '    Python  {python} (you have {otherpython})',
      ...advice,
      'AMD arch: gfx1100',
    ],
  },
  {
    name: 'a file takes the place of xFormers',
    cause: 'install_corrupted',
    fix: 'repair_install',
    verdict: 'problem',
    lines: [
      `${told}ModuleNotFoundError: No module named 'xformers.ops'; 'xformers' is not a package`,
    ],
  },
];
