import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../../electron/engine/bundle/render-page.ts';
import type { ReportContent } from '../../../../electron/engine/bundle/render-report.ts';
import { message } from '../../../../shared/messages/index.ts';
import { sampleDiagnosis } from '../../../support/sample-diagnoses.ts';
import { failedVerification } from '../../../support/sample-verification.ts';

const content = (patch: Partial<ReportContent> = {}): ReportContent => ({
  version: '1.2.3',
  at: '2026-11-30T12:00:00.000Z',
  diagnosis: sampleDiagnosis(),
  verification: failedVerification,
  fix: null,
  plan: null,
  snapshots: [],
  history: null,
  log: [],
  ...patch,
});

describe('report.html', () => {
  it('needs nothing from elsewhere, and runs nothing', () => {
    const page = renderPage(content(), 'en');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|@import|url\(/i);
  });

  it('takes nothing from outside for a mark of its own', () => {
    const evil = '<script>alert(1)</script>"\'&';
    const diagnosis = sampleDiagnosis({
      reason: message('cli.fix.go-back', { command: evil }),
    });
    diagnosis.facts.comfyui = { version: evil, flags: [evil] };
    const page = renderPage(content({ diagnosis }), 'en');
    expect(page).not.toContain('<script');
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62;&#34;&#39;&#38;');
  });

  it('says each finding and each rung in the language asked for', () => {
    const page = renderPage(content(), 'zh-CN');
    for (const { cause } of content().diagnosis.findings) expect(page).toContain(cause);
    expect(page).toContain('验证');
  });
});
