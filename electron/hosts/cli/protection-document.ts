import type { Comparison } from '../../../shared/comparison.ts';
import type { Language } from '../../../shared/contract.ts';
import { translate } from '../../../shared/messages/index.ts';
import type { Protection } from '../../../shared/protection.ts';

/** What protects an environment, or would, with its sentences in the language asked for. */
export function protectionFields(language: Language, protection: Protection): object {
  const { uncovered, ...rest } = protection;
  return { ...rest, uncovered: uncovered.map((each) => translate(language, each)) };
}

export function comparisonFields(language: Language, comparison: Comparison): object {
  const side = ({ headline, ...rest }: Comparison['left']): object => ({
    ...rest,
    headline: translate(language, headline),
  });
  const findings = comparison.findings.map(({ title, ...rest }) => ({
    ...rest,
    title: translate(language, title),
  }));
  return { ...comparison, findings, left: side(comparison.left), right: side(comparison.right) };
}
