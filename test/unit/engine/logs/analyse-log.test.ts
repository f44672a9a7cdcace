import fc from 'fast-check';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { analyseLog } from '../../../../electron/engine/logs/analyse-log.ts';
import { readText } from '../../../../electron/engine/logs/read-log.ts';
import type { LogAnalysis } from '../../../../shared/log-analysis.ts';
import type { StatedFacts } from '../../../../shared/stated-facts.ts';
import { causes } from '../../../../shared/taxonomy.ts';
import { logTemplates } from '../../../support/log-templates/index.ts';
import { logAround, surroundings } from '../../../support/log-templates/surroundings.ts';
import { filledTemplate, type LogTemplate } from '../../../support/log-templates/template.ts';

describe('the log templates', () => {
  it('have at least one log of every cause', () => {
    const written = new Set(logTemplates.map(({ cause }) => cause));
    expect(causes.filter((cause) => !written.has(cause))).toEqual([]);
  });

  it('mark the lines that have to be shown, and have names of their own', () => {
    expect(
      logTemplates.filter(({ lines }) => !lines.some((each) => each.startsWith('>>'))),
    ).toEqual([]);
    const names = logTemplates.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe.each(logTemplates)('$cause: $name', (template) => {
  it('is named, with its remedy and its line, whatever stands around it', () => {
    const property = fc.property(filledTemplate(template), surroundings, (filled, around) => {
      const log = logAround(filled.lines, around);
      const analysis = analyse(log, filled.stated);
      expectAnswer(template, analysis, log);
      const shown = shownLines(analysis);
      expect(shown.length, log).toBeGreaterThan(0);
      const lines = log.split(/\r?\n/);
      for (const { line, text } of shown) {
        expect(readable(lines[line - 1] ?? ''), log).toContain(text);
      }
      const places = filled.toldAt.map((index) => around.before.length + index + 1);
      expect(shown.map(({ line }) => line)).toEqual(expect.arrayContaining(places));
    });
    fc.assert(property, { numRuns: 25 });
  });

  it('is named in a text whose line ends are written as \\n', () => {
    const property = fc.property(filledTemplate(template), (filled) => {
      const log = JSON.stringify({ log: filled.lines.join('\n') });
      const analysis = analyse(log, filled.stated);
      expectAnswer(template, analysis, log);
      expect(shownLines(analysis).every(({ line }) => line === 1)).toBe(true);
    });
    fc.assert(property, { numRuns: 5 });
  });
});

function analyse(log: string, stated: StatedFacts | null): LogAnalysis {
  return analyseLog(readText(log), { name: null, stated, facts: null, elapsedMs: 0 });
}

function expectAnswer(template: LogTemplate, analysis: LogAnalysis, log: string): void {
  const [root] = analysis.findings;
  const answer = {
    cause: root?.cause,
    ...root?.remedies[0],
    verdict: analysis.verdict,
    consequence: root?.consequence,
  };
  const { cause, fix: fixKind, detail: fixDetail, verdict } = template;
  expect(answer, log).toMatchObject({
    cause,
    fixKind,
    ...(fixDetail ? { fixDetail } : {}),
    verdict,
    consequence: false,
  });
}

function shownLines(analysis: LogAnalysis): { line: number; text: string }[] {
  const evidence = analysis.findings[0]?.evidence ?? [];
  return evidence.flatMap(({ said }) =>
    said?.line ? [{ line: said.line, text: said.text.replaceAll('…', '') }] : [],
  );
}

function readable(line: string): string {
  return stripVTControlCharacters(line).replaceAll(/\\(["'])/g, '$1');
}
