import type { Samples } from './sample.ts';

export const otherTroubleSamples = {
  TROUBLE_TRACEBACK: {
    says: ['Traceback (most recent call last):', '!!! Traceback (most recent call last):'],
    not: ['Traceback of the most recent call'],
  },
  TROUBLE_EXCEPTION: {
    says: [
      "ValueError: {word} is not in the list of '{word}'",
      'torch.OutOfMemoryError: Allocation on device',
      'requests.exceptions.ConnectionError: {word}',
      "RuntimeError('{word}')",
      'Exception: {word} failed',
      'subprocess.CalledProcessError: {word}',
      '- **Exception Message:** {word} is broken',
    ],
    not: ['Error: {word}', 'a ValueError may follow', '## Error Details'],
  },
  TROUBLE_COMFYUI: {
    says: [
      '!!! Exception during processing !!! {word}',
      'Error occurred when executing KSampler:',
      '# ComfyUI Error Report',
    ],
    not: ['An exception during the processing of {word}'],
  },
  TROUBLE_NODE_TYPE: {
    says: ['- **Node Type:** KSampler', '- **Node Type:** UltimateSDUpscale (No Upscale)'],
    not: ['- **Node ID:** {n}', 'Node Type:**'],
  },
  TROUBLE_IMPORT_FAILED: {
    says: [
      '   0.3 seconds (IMPORT FAILED): {path}/custom_nodes/{word}',
      "Cannot import {path}/custom_nodes/{word} module for custom nodes: No module named '{word}'",
    ],
    not: ['   0.3 seconds: {path}/custom_nodes/{word}', 'The import failed'],
  },
  TROUBLE_NODES_MISSING: {
    says: [
      'When loading the graph, the following node types were not found:',
      'Missing Node Types',
      'Cannot execute because node {word} does not exist.',
    ],
    not: ['Cannot execute because of {word}', 'the node types were found'],
  },
  TROUBLE_VALIDATION: {
    says: [
      'Failed to validate prompt for output {n}:',
      "  - Value not in list: ckpt_name: '{word}.safetensors' not in []",
      '  - Required input is missing: {word}',
      'invalid prompt: Prompt outputs failed validation',
    ],
    not: ['validated the prompt', 'The value is in the list'],
  },
  TROUBLE_PORT: {
    says: [
      "OSError: [Errno 10048] error while attempting to bind on address ('127.0.0.1', 8188): 通常每个套接字地址只允许使用一次。",
      "OSError: [Errno 98] error while attempting to bind on address ('0.0.0.0', 8188): address already in use",
      '[Errno 48] {word}',
      '[WinError 10048] Normalerweise darf jede Socketadresse nur jeweils einmal verwendet werden',
      'OSError: Cannot find empty port in range: 7860-7860.',
      'Port 9090 is already in use. Using port 9091.',
    ],
    not: ['the name is already in use', '[Errno 488] {word}', 'This port is open'],
  },
  TROUBLE_MODEL_FILE: {
    says: [
      'safetensors_rust.SafetensorError: Error while deserializing header: HeaderTooLarge',
      'Error while deserializing header: InvalidHeaderDeserialization',
      "_pickle.UnpicklingError: invalid load key, '<'.",
      'Weights only load failed. This file can still be loaded',
      'RuntimeError: PytorchStreamReader failed reading zip archive: failed finding central directory',
      'ERROR: Could not detect model type of: {path}/{word}.safetensors',
      'RuntimeError: Error(s) in loading state_dict for UNet:',
      '\tsize mismatch for {word}.weight: copying a param with shape torch.Size([{n}])',
    ],
    not: ['loading state_dict', 'a header of {n} bytes', 'model type: {word}'],
  },
  TROUBLE_SHAPES: {
    says: [
      'RuntimeError: mat1 and mat2 shapes cannot be multiplied ({n}x2048 and 768x320)',
      'Sizes of tensors must match except in dimension 1. Expected size {n}',
      'The size of tensor a ({n}) must match the size of tensor b (128)',
      'Expected all tensors to be on the same device, but found at least two devices, cpu and cuda:0!',
      'expected scalar type Half but found Float',
      'Input type (float) and bias type (c10::Half) should be the same',
      'RuntimeError: mat1 and mat2 must have the same dtype, but got Half and BFloat16',
      'Given groups=1, weight of size [320, 4, 3, 3], expected input[2, 16, 128, 128]',
    ],
    not: ['The size of the tensor is {n}', 'Both values should be the same', 'expected a scalar'],
  },
  TROUBLE_NO_MODULE: {
    says: [
      "ModuleNotFoundError: No module named '{word}.{word}'",
      '{path}/python: No module named {word}',
      'No module named "{word}"',
    ],
    not: ["No module '{word}'. Proceeding without it.", 'no modules named here'],
  },
  TROUBLE_IMPORT_NAME: {
    says: [
      "ImportError: cannot import name '{word}' from '{word}.{word}' ({path}/{word}.py)",
      "cannot import name '{word}' from partially initialized module '{word}' (most likely due to a circular import)",
    ],
    not: ['cannot import names', "cannot import '{word}'"],
  },
  TROUBLE_ATTRIBUTE: {
    says: [
      "AttributeError: module '{word}' has no attribute '{word}'",
      "AttributeError: 'NoneType' object has no attribute '{word}'",
      "AttributeError: partially initialized module '{word}' has no attribute '{word}'",
    ],
    not: ['the tag has no attribute named so', "'{word}' has no attributes"],
  },
  TROUBLE_KEYWORD: {
    says: [
      "TypeError: {word}() got an unexpected keyword argument '{word}'",
      "TypeError: Model.{word}.<locals>.forward() got an unexpected keyword argument '{word}'",
    ],
    not: ['got an unexpected keyword argument', "{word} got an unexpected argument '{word}'"],
  },
  TROUBLE_POSITIONAL: {
    says: [
      'TypeError: {word}() takes 2 positional arguments but 3 were given',
      'TypeError: Model.{word}() takes from 2 to 4 positional arguments but 5 were given',
      "TypeError: {word}() missing 1 required positional argument: '{word}'",
    ],
    not: ['a positional argument of {word}', '{word}() takes no keyword arguments'],
  },
  TROUBLE_LOG_ERROR: {
    says: [
      'ERROR: {word} failed',
      '[ERROR] {word}',
      '12:00:01 - ERROR - {word}',
      '2023-11-20 14:51:03,545 ERROR [Errno 2] {word}',
      '[InvokeAI]::ERROR --> {word}',
      'fatal: not a git repository',
    ],
    not: ['ValueError: {word}', 'errors: {n}', 'no error, all is well'],
  },
  TROUBLE_CRASH: {
    says: [
      'Press any key to continue . . .',
      'Segmentation fault (core dumped)',
      'Windows fatal exception: access violation',
      'Process exited with code 3221225477',
    ],
    not: ['Process exited with code 0', 'Press a key'],
  },
  OOM_CUDA: {
    says: [
      'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.',
      'RuntimeError: CUDA error: out of memory',
      'RuntimeError: Triton Error [CUDA]: out of memory',
      'HIP out of memory. Tried to allocate {n} MiB',
      'MPS backend out of memory (MPS allocated: 17.0 GB)',
      'XPU out of memory. Tried to allocate {n} MiB',
      'Allocation on device 0 would exceed allowed memory. (out of memory)',
      'Got an OOM, unloading all loaded models.',
      "DefaultCPUAllocator: can't allocate memory: you tried to allocate {n} bytes.",
      'CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`',
    ],
    not: [
      'out of memory error, emptying cache and trying again',
      'This may run out of memory',
      'CUBLAS_STATUS_NOT_SUPPORTED',
    ],
  },
  OOM_HOST: {
    says: [
      'OSError: [WinError 1455] 页面文件太小，无法完成操作。',
      'The paging file is too small for this operation to complete. (os error 1455)',
      'OSError: [Errno 12] Cannot allocate memory',
      'numpy.core._exceptions._ArrayMemoryError: Unable to allocate 3.51 GiB for an array',
      "terminate called after throwing an instance of 'std::bad_alloc'",
    ],
    not: ['[WinError 14551] {word}', 'Unable to allocate a port', '[Errno 128] {word}'],
  },
  NAN_TENSOR: {
    says: [
      'modules.devices.NansException: A tensor with all NaNs was produced in Unet.',
      'A tensor with all NaNs was produced in VAE.',
      'A tensor with NaNs was produced in VAE.',
    ],
    not: ['tensor with NaNs', 'all NaNs was produced'],
  },
  NAN_CAST: {
    says: [
      '{path}/nodes.py:{n}: RuntimeWarning: invalid value encountered in cast',
      '{path}/processing.py:{n}: RuntimeWarning: invalid value encountered in ',
    ],
    not: ['RuntimeWarning: invalid value encountered in divide', 'invalid value: cast'],
  },
  TROUBLE_UNABLE: {
    says: ['Failed to load {word}', 'unable to load {word}', 'Could not load {word}'],
    not: ['Failed to loadable', 'It could load {word}'],
  },
  TROUBLE_NEEDS_NEWER: {
    says: [
      "RuntimeError: Can't access transformer_options, this requires ComfyUI nightly version from Mar {n}, 2025 or later",
    ],
    not: ['this requires ComfyUI to be closed'],
  },
  TROUBLE_GATED: {
    says: [
      'Cannot access gated repo for url https://huggingface.co/{word}/resolve/main/config.json.',
      'Access to model {word} is restricted. You must have access to it and be authenticated to access it.',
    ],
    not: ['Access to the folder is restricted.'],
  },
  TROUBLE_BANNER: {
    says: ['********** ERROR ***********', 'comfyui-frontend-package is not installed.'],
    not: ['comfyui-frontend-package version: 1.28.6', '** ERROR **'],
  },
  TROUBLE_FRAME: {
    says: [
      '  File "{path}/nodes.py", line {n}, in load_custom_node',
      '  File "D:\\ComfyUI\\main.py", line {n}, in <module>',
    ],
    not: ['File "{path}/nodes.py" has {n} lines', 'line {n}, in short'],
  },
  TROUBLE_ONNX: {
    says: [
      '[ONNXRuntimeError] : 1 : FAIL : LoadLibrary failed with error 126',
      '*************** EP Error ***************',
    ],
    not: ['EP errors: 0', 'onnxruntime is installed'],
  },
} satisfies Samples;
