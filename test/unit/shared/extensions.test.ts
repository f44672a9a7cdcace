import { expect, it } from 'vitest';
import { companionsThatCannotLoad } from '../../../shared/extensions.ts';

it('names once what stands beside attention and cannot load, with what is missing', () => {
  const file = 'x/_C.so';
  const answer = 'cannot-load' as const;
  expect(
    companionsThatCannotLoad([
      { distribution: 'xformers', file, answer, name: 'libcudart.so.12' },
      { distribution: 'comfy-kitchen', file, answer, name: 'libcudart.so.13' },
      { distribution: 'comfy-kitchen', file: 'x/_D.so', answer, name: 'libcudart.so.13' },
      { distribution: 'onnxruntime', file, answer: 'loads' },
      { distribution: 'bitsandbytes', file, answer: 'unknown', name: 'libx.so' },
      { distribution: 'nunchaku', file, answer },
    ]),
  ).toEqual(['comfy-kitchen (libcudart.so.13)', 'nunchaku']);
});
