import { describe, expect, it } from 'vitest';
import { judge } from '../../../../electron/engine/diagnosis/judge.ts';
import type { Facts } from '../../../../shared/facts.ts';
import { problemCodes, type Problem } from '../../../../shared/problem.ts';
import { factsWith } from '../../../support/facts.ts';

function judged(problems: Problem[], own: Partial<Facts> = {}) {
  return judge(factsWith({ interpreter: { ...factsWith().interpreter, problems }, ...own }));
}
const gone: Problem = {
  code: 'base-python-missing',
  params: { executable: '/env/bin/python', home: '/opt/nope/bin' },
};
const moved: Problem = { code: 'environment-moved', params: { root: '/env', old: '/old/env' } };

describe('an environment that is itself broken', () => {
  it('is a fault where its Python is gone, with what to do and no plan', () => {
    const { verdict, findings, headline, reason } = judged([gone]);
    expect(verdict).toBe('problem');
    expect(findings).toMatchObject([
      {
        cause: 'install_corrupted',
        severity: 'error',
        evidence: [{ statement: { key: 'problem.base-python-missing', params: gone.params } }],
        remedies: [{ goal: null, fixKind: 'repair_install' }],
      },
    ]);
    expect(headline.key).toBe('finding.install_corrupted.title-no-python');
    expect(reason?.key).toBe('finding.install_corrupted.advice-no-python');
  });

  it('hides what its packages lack, because they may be others once it starts', () => {
    const flags = { version: null, flags: ['--use-sage-attention'] };
    expect(judged([gone], { comfyui: flags }).findings).toHaveLength(1);
    expect(judged([], { comfyui: flags }).findings[0]?.cause).not.toBe('install_corrupted');
  });

  it.each(problemCodes)('is never called healthy: %s', (code) => {
    expect(judged([{ code }]).verdict).not.toBe('healthy');
  });

  it('is worth a note where it was moved, and more where scripts leave its Python open', () => {
    expect(judged([moved])).toMatchObject({
      verdict: 'benign',
      findings: [{ cause: 'wrong_python_env', severity: 'harmless' }],
    });
    const pythons = [{ script: '/ui/start.sh', python: null }];
    expect(judged([moved], { comfyui: { version: null, flags: [], pythons } })).toMatchObject({
      verdict: 'problem',
      findings: [{ cause: 'wrong_python_env', severity: 'warning' }],
    });
  });
});
