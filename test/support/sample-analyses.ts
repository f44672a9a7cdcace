import type { Finding } from '../../shared/finding.ts';
import type { LogAnalysis } from '../../shared/log-analysis.ts';
import { message } from '../../shared/messages/index.ts';
import { harmlessFinding, incompleteFinding, mismatchFinding } from './sample-diagnoses.ts';

/** Text that a page must show and never obey. */
export const hostileText = '<img src=x onerror="window.hurt=1"> PyTorch 2.3.1+cu121';

const saidFinding: Finding = {
  ...mismatchFinding,
  evidence: [
    {
      statement: message('evidence.log-line', { line: 8, text: hostileText }),
      how: 'log',
      said: { signature: 'XF_BUILT_FOR_TORCH', line: 8, text: hostileText, values: {} },
    },
  ],
};

/** What the analyser answers to a log of a mismatched xFormers, unless said otherwise. */
export function sampleAnalysis(changes: Partial<LogAnalysis> = {}): LogAnalysis {
  return {
    name: 'comfyui.log',
    lines: 12_345,
    bytes: 861_000,
    summary: {
      python: '3.12.10',
      torch: '2.6.0+cu124',
      xformers: '0.0.27',
      triton: null,
      gpu: 'NVIDIA GeForce RTX 4090',
      comfyui: null,
      backend: 'pytorch',
    },
    attention: {
      asked: null,
      started: 'pytorch',
      last: 'pytorch',
      wanted: 'pytorch',
      way: 'start',
    },
    findings: [saidFinding, { ...incompleteFinding, consequence: true }, harmlessFinding],
    verdict: 'problem',
    headline: saidFinding.title,
    reason: saidFinding.advice,
    questions: [],
    hints: [],
    elapsedMs: 12,
    ...changes,
  };
}

const nothingTold: LogAnalysis['summary'] = {
  python: null,
  torch: null,
  xformers: null,
  triton: null,
  gpu: null,
  comfyui: null,
  backend: null,
};

/** A log whose trouble has nothing to do with attention. */
export function otherCauseAnalysis(): LogAnalysis {
  const finding: Finding = {
    ...saidFinding,
    cause: 'not_attention_oom',
    severity: 'warning',
    title: message('finding.not_attention_oom.title'),
    explanation: message('finding.not_attention_oom.explanation'),
    remedies: [{ goal: null, fixKind: 'not_attention' }],
    advice: message('advice.not_attention'),
    links: [],
  };
  return sampleAnalysis({
    name: null,
    summary: nothingTold,
    findings: [finding],
    verdict: 'not_attention',
    headline: finding.title,
    reason: finding.advice,
  });
}
