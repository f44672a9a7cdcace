import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { measureProgram } from '../../electron/engine/probes/kernels/measure-program.ts';

/** What a package says where a card or an input is not for it, and what is a fault of it. */
const refusals = [
  // SageAttention d1a57a5 sageattention/core.py
  'Unsupported CUDA architecture: sm75',
  'Unsupported head_dim: 160',
  // flash-attn 2.8.4 csrc/flash_attn/flash_api.cpp
  'FlashAttention only supports Ampere GPUs or newer.',
  'FlashAttention forward only supports head dimension at most 256',
  'This flash attention build does not support headdim not being a multiple of 32.',
  'No available kernel. Aborting execution.',
];
const faults = [
  // A build without the kernels of this card: another one has them.
  'SM89 kernel is not available. Make sure you GPUs with compute capability 8.9.',
  'CUDA error: no kernel image is available for execution on the device',
  "cannot import name 'flash_attn_func' from 'flash_attn' (unknown location)",
];

it('a refusal of a backend is told from its faults', () => {
  const begin = measureProgram.indexOf('def is_refusal');
  const part = measureProgram.slice(begin, measureProgram.indexOf('def try_case'));
  const program = `import json, sys
class Refused(Exception): pass
${part}
print(json.dumps([is_refusal(Exception(each)) for each in json.load(sys.stdin)]))`;
  const input = JSON.stringify([...refusals, ...faults]);
  const answer = execFileSync('python3', ['-c', program], { input }).toString();
  expect(JSON.parse(answer)).toEqual([...refusals.map(() => true), ...faults.map(() => false)]);
});
