import { valueOf } from '../../../shared/facts.ts';
import type { Finding } from '../../../shared/finding.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Cause } from '../../../shared/taxonomy.ts';
import type { Clues } from '../diagnosis/clues.ts';

/** Pairs that one text can mean, apart only by the card. */
const byCard: readonly Cause[] = [
  'attention_gpu_too_old',
  'attention_gpu_too_new',
  'torch_missing_new_gpu_arch',
  'torch_dropped_old_gpu_arch',
  'wrong_vendor_torch_build',
  'torch_cpu_build',
  'xformers_incomplete_build',
  'amd_unsupported',
];

/** What we would need to know where the text alone does not decide. */
export function questionsFor(findings: readonly Finding[], clues: Clues): MessageRef[] {
  const root = findings[0];
  if (!root) return [message('log.question.more')];
  const questions: MessageRef[] = [];
  const unsure = root.confidence !== 'high';
  if (unsure && byCard.includes(root.cause) && valueOf(clues.gpus) === null) {
    questions.push(message('log.question.gpu'));
  }
  if (unsure && valueOf(clues.torch) === null && root.cause !== 'not_attention_other') {
    questions.push(message('log.question.torch'));
  }
  if (root.cause === 'accel_package_not_installed') questions.push(message('log.question.python'));
  return questions;
}
