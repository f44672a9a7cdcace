import { describe, expect, it } from 'vitest';
import { analyse } from '../../../support/log-templates/analyse.ts';
import { old, usual, amd } from '../../../support/stated-machines.ts';

describe('the reason why SageAttention fell back', () => {
  const because = (reason: string): string =>
    `Error running sage attention: ${reason}, using pytorch attention instead.`;

  it.each([
    ['PassManager::run failed', old, 'attention_gpu_too_old'],
    ['PassManager::run failed', amd, 'amd_unsupported'],
    ['Unsupported head_dim: 40', usual, 'attention_input_unsupported'],
    [
      'Input tensors must be in dtype of torch.float16 or torch.bfloat16',
      usual,
      'attention_input_unsupported',
    ],
    ['Unsupported CUDA architecture: sm75', old, 'attention_gpu_too_old'],
    [
      'SM89 kernel is not available. Make sure you GPUs with compute capability 8.9.',
      usual,
      'sageattention_wrong_build',
    ],
    [
      'Failed to find C compiler. Please specify via CC environment variable.',
      usual,
      'triton_toolchain_missing',
    ],
    [
      'Triton only support CUDA 10.0 or higher, but got CUDA version: 12.8',
      usual,
      'triton_version_mismatch',
    ],
    ['failed to dispatch data type BFloat16', usual, 'sageattention_wrong_build'],
  ])('%s', (reason, machine, cause) => {
    expect(analyse(because(reason), machine).findings[0]?.cause).toBe(cause);
  });

  it('is called unknown where nobody knows it', () => {
    const [root] = analyse(because('what nobody has ever read'), usual).findings;
    expect([root?.cause, root?.confidence]).toEqual(['attention_input_unsupported', 'low']);
  });
});
