import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../electron/hosts/cli/exit-code.ts';
import { createPage } from '../../../electron/hosts/cli/page.ts';
import {
  comparisonFields,
  protectionFields,
} from '../../../electron/hosts/cli/protection-document.ts';
import { printComparison } from '../../../electron/hosts/cli/print-comparison.ts';
import {
  printProtection,
  printProtectionConsent,
  threatLines,
} from '../../../electron/hosts/cli/print-protection.ts';
import { terminalOf } from '../../../electron/hosts/cli/terminal.ts';
import type { Comparison } from '../../../shared/comparison.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Protection, Threat } from '../../../shared/protection.ts';

const page = createPage('en', terminalOf({ isTTY: false, columns: 500 } as never, {}), '/my env');
const threat: Threat = {
  ...{ source: 'Node', kind: 'node', file: '/r.txt', requirement: 'torch==2.4.0' },
  would: { name: 'torch', from: '2.6.0', to: '2.4.0' },
};
const protection: Protection = {
  ...{ outcome: 'protected', targetId: 't', planId: 'p', state: 'on', left: [] },
  files: [{ path: '/env/pip.conf', lines: ['constraint = /c.txt'], isNew: false }],
  guards: [{ name: 'torch', specifier: '===2.6.0' }],
  threats: [threat],
  uncovered: [message('protection.uncovered.uv')],
};
const side = {
  targetId: 't',
  place: '/a',
  verdict: 'healthy',
  headline: message('compare.alike'),
} as const;
const comparison: Comparison = { left: side, right: side, packages: [], flags: [], findings: [] };

describe('protect', () => {
  it('shows every line, what is not held back, and the command that writes them', () => {
    const text = printProtectionConsent(page, protection, false).join('\n');
    expect(text).toContain('  constraint = /c.txt');
    expect(text).toContain('Kept: torch===2.6.0');
    expect(text).toContain('uv has no settings for one Python');
    expect(text).toContain('attention-doctor protect "/my env" --yes');
    expect(printProtectionConsent(page, protection, true).join('\n')).toContain('--off --yes');
  });

  it('says how it ended', () => {
    expect(printProtection(page, protection).join('\n')).toContain('--off --yes');
    const ends = (own: Partial<Protection>) => printProtection(page, { ...protection, ...own })[0];
    expect(ends({ outcome: 'unprotected' })).toContain('every file is as it was before');
    expect(ends({ outcome: 'unprotected', left: ['/x'] })).toContain('/x');
    const nothing = 'nothing-to-do' as const;
    expect(ends({ outcome: nothing, state: 'on' })).toContain('on already');
    expect(ends({ outcome: nothing, state: 'off' })).toContain('no protection here');
    expect(ends({ outcome: nothing, state: 'overruled' })).toContain('PIP_CONSTRAINT');
    expect(protectionFields('en', protection)).toMatchObject({
      uncovered: [expect.stringContaining('uv')],
      threats: [threat],
    });
  });

  it('tells of threats calmly, and with the way out unless it is on', () => {
    const text = threatLines(page, {
      verdict: 'benign',
      threats: [threat],
      protection: 'off',
    }).join('\n');
    expect(text).toContain('One custom node would replace PyTorch');
    expect(text).toContain('torch 2.6.0 would become 2.4.0');
    expect(text).toContain('attention-doctor protect "/my env"');
    expect(
      threatLines(page, { verdict: 'benign', threats: [threat], protection: 'on' }).join('\n'),
    ).not.toContain('attention-doctor protect');
    // What is broken is repaired first, and not kept as it is.
    expect(threatLines(page, { verdict: 'problem', threats: [threat] }).join('\n')).not.toContain(
      'attention-doctor protect',
    );
    expect(threatLines(page, { verdict: 'benign', threats: [], protection: 'off' })).toEqual([]);
    expect(threatLines(page, { verdict: 'benign', protection: 'broken' }).join('')).toContain(
      'not whole',
    );
  });
});

describe('diff', () => {
  const differing: Comparison = {
    ...comparison,
    packages: [{ name: 'xformers', left: null, right: '0.0.29' }],
    flags: [{ flag: '--fast', left: true, right: false }],
    findings: [{ cause: 'x', title: message('compare.run'), left: false, right: true }],
  };
  it('ends with 1 where there is something to see', () => {
    const of = (each: Comparison) =>
      exitCodeOf({ kind: 'result', result: { kind: 'compare', comparison: each } });
    expect([of(comparison), of(differing)]).toEqual([0, 1]);
  });

  it('prints only what differs', () => {
    expect(printComparison(page, comparison).at(-1)).toContain('are the same');
    const text = printComparison(page, differing).join('\n');
    expect(text).toMatch(/xformers +not there +0\.0\.29/);
    expect(text).toMatch(/--fast +only here/);
    expect(text).toMatch(/Compare +only there/);
    expect(comparisonFields('en', differing)).toMatchObject({ findings: [{ title: 'Compare' }] });
  });
});
