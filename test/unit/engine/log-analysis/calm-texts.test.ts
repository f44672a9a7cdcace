import { describe, expect, it } from 'vitest';
import { analyse } from '../../../support/log-templates/analyse.ts';
import { usual, amd } from '../../../support/stated-machines.ts';

describe('a text of 2025 and 2026 in which nothing is wrong', () => {
  it.each([
    [
      'UserWarning: Flash attention has been runtime disabled. (Triggered internally at sdp_utils_cpp.h:1.)',
      usual,
    ],
    ['UserWarning: Memory Efficient attention has been runtime disabled.', usual],
    ['WARNING: You need pytorch with cu130 or higher to use optimized CUDA operations.', usual],
    ['comfy_kitchen does not support MXFP8, please update comfy_kitchen.', usual],
    ['Could not run flash attention, disabling it: HIP error: invalid device function', amd],
    [
      'UserWarning: Attempting to use hipBLASLt on an unsupported architecture! Overriding blas backend to hipblas',
      amd,
    ],
    [
      "Failed to import triton, Error: No module named 'triton', the comfy-kitchen triton backend will not be available.",
      usual,
    ],
    [
      "Found comfy_kitchen backend triton: {'available': False, 'disabled': True, 'unavailable_reason': \"ImportError: No module named 'triton'\", 'capabilities': []}",
      usual,
    ],
  ])('raises no alarm: %s', (text, machine) => {
    const log = `Using pytorch attention\n${text}\nStarting server`;
    expect(['healthy', 'benign']).toContain(analyse(log, machine).verdict);
  });
});
