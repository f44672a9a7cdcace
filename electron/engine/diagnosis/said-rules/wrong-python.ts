import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import type { SaidRule } from './said-rule.ts';

const portable = /portable|python_embed/i;
const ownPython = /python_embed|[\\/]\.?v?env[\\/]/i;

/**
 * In the folder of a portable build a bare "python" or "pip" is another Python's: the paths in
 * what pip answers show whose.
 */
export const anotherPython: SaidRule = {
  reads: ['PIP_AT_PROMPT'],
  find(heard) {
    const prompt = heard
      .all('PIP_AT_PROMPT')
      .find((line) => portable.test(line.values['folder'] ?? ''));
    const answer = heard
      .all('PIP_ALREADY')
      .find((line) => !ownPython.test(line.values['path'] ?? ''));
    if (!prompt || !answer) return [];
    return [findingOf('wrong_python_env', { evidence: [prompt, answer].map(saidEvidence) })];
  },
};
