import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernelAnswerSchema, type KernelAnswer } from '../../shared/kernel-report.ts';

/** What the probe programs printed on a real NVIDIA H200 (torch 2.11.0+cu130, driver 580.159.04). */
export function transcript(name: string): KernelAnswer[] {
  const file = join('test/support/kernel-transcripts', `h200-torch-2.11.0-cu130-${name}.txt`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('@@'))
    .map((line) => kernelAnswerSchema.parse(JSON.parse(line.slice(2))));
}
