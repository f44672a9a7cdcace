import type { Samples } from './sample.ts';

const inventory = "Found comfy_kitchen backend triton: {'available': False, 'disabled': True";

export const comfyKitchenSamples = {
  FACT_KITCHEN: {
    says: [`${inventory}, 'unavailable_reason': None, 'capabilities': []}`],
    not: ['comfy_kitchen backend triton', 'comfy-kitchen version: 0.2.31'],
  },
  CK_TORCH_FLOOR: {
    says: [
      "ValueError: infer_schema(func): Parameter kernel_size has unsupported type list[int]. The valid types are: dict_keys([<class 'torch.Tensor'>, typing.Optional[torch.Tensor]",
      'ValueError: infer_schema(func): Parameter {word} has unsupported type torch.Tensor.',
    ],
    not: ['infer_schema(func): {word}', 'Parameter {word} has unsupported type list[int]'],
  },
  CK_OLD: {
    says: [
      "AttributeError: module 'comfy_kitchen' has no attribute 'int8_attention_is_available'",
      "ImportError: cannot import name 'AsymW4A8Int8Layout' from 'comfy_kitchen.tensor' ({path}/site-packages/comfy_kitchen/tensor/__init__.py)",
      "ModuleNotFoundError: No module named 'comfy_kitchen.tensor'",
    ],
    not: [
      "AttributeError: module 'comfy.{word}' has no attribute 'int8_attention'",
      "ModuleNotFoundError: No module named 'comfy_kitchen'",
    ],
  },
  CK_MISSING: {
    says: ["ModuleNotFoundError: No module named 'comfy_kitchen'"],
    not: [
      "ModuleNotFoundError: No module named 'comfy_kitchen.tensor'",
      "No module named 'comfy_{word}'",
    ],
  },
  CK_NOT_IMPORTED: {
    says: [
      'Failed to import comfy_kitchen, Error: {word}, fp8 and fp4 support will not be available.',
    ],
    not: ['import comfy_kitchen'],
  },
  CK_NO_INT8: {
    says: [
      'RuntimeError: INT8 attention requires the comfy-kitchen CUDA extension on SM75 or newer, or the HIP extension on an AMD device with matrix cores (RDNA3 or newer)',
    ],
    not: ['INT8 attention requires {word}'],
  },
  CK_HEAD_DIM: {
    says: [
      'ValueError: head_dim must be in [1, 256], got 512',
      'int8 attention head_dim must be one of (64, 128)',
    ],
    not: ['head_dim must be in {word}'],
  },
  CK_NO_MXFP8: {
    says: ['comfy_kitchen does not support MXFP8, please update comfy_kitchen.'],
    not: ['comfy_kitchen supports MXFP8'],
  },
  CK_NO_TRITON: {
    says: [
      "Failed to import triton, Error: No module named 'triton', the comfy-kitchen triton backend will not be available.",
    ],
    not: ["Failed to import triton, Error: No module named 'triton'"],
  },
  FRAME_KITCHEN: {
    says: [
      '  File "{path}/site-packages/comfy_kitchen/backends/eager/na.py", line {n}, in <module>',
    ],
    not: ['import comfy_kitchen', '{path}/comfy/{word}.py'],
  },
} satisfies Samples;
