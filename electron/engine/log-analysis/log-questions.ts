import { valueOf } from '../../../shared/facts.ts';
import type { Finding } from '../../../shared/finding.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Clues } from '../diagnosis/evidence/clues.ts';
import { causeRows, stageOf } from '../knowledge/causes/index.ts';

/** What we would need to know where the text alone does not decide. */
export function questionsFor(findings: readonly Finding[], clues: Clues): MessageRef[] {
  const root = findings[0];
  if (!root) return [message('log.question.more')];
  const questions: MessageRef[] = [];
  const unsure = root.confidence !== 'high';
  const { asks } = causeRows[root.cause];
  if (unsure && asks === 'gpu' && valueOf(clues.gpus) === null) {
    questions.push(message('log.question.gpu'));
  }
  if (unsure && stageOf(root.cause) !== 'elsewhere' && valueOf(clues.torch) === null) {
    questions.push(message('log.question.torch'));
  }
  if (asks === 'python') questions.push(message('log.question.python'));
  return questions;
}
