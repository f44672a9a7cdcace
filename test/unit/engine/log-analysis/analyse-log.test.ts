import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { LogAnalysis } from '../../../../shared/log-analysis.ts';
import { causes } from '../../../../shared/taxonomy.ts';
import { signatures } from '../../../../electron/engine/knowledge/signatures.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';
import { logTemplates } from '../../../support/log-templates/index.ts';
import { logAround, surroundings } from '../../../support/log-templates/surroundings.ts';
import { harmlessLines, otherTrouble } from '../../../support/log-templates/quiet-lines.ts';
import { filledTemplate, type LogTemplate } from '../../../support/log-templates/template.ts';

const engine = join(import.meta.dirname, '../../../../electron/engine');
const sources = ['diagnosis/said-rules', 'logs']
  .flatMap((room) => readdirSync(join(engine, room)).map((file) => join(engine, room, file)))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
/** What only files can show has no log: no row of a message and no reader of one names it. */
const spoken = causes.filter(
  (cause) => signatures.some((row) => row.cause === cause) || sources.includes(`'${cause}'`),
);

describe('the log templates', () => {
  it('have at least one log of every cause that a program can name', () => {
    const written = new Set(logTemplates.map(({ cause }) => cause));
    expect(spoken.length).toBeGreaterThan(40);
    expect(spoken.filter((cause) => !written.has(cause))).toEqual([]);
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

/** A web UI without the flag is no fault beside trouble that explains itself. */
const faults = logTemplates.filter(
  ({ verdict, cause }) =>
    (verdict === 'problem' || verdict === 'hardware_limit') &&
    cause !== 'acceleration_flag_not_set',
);
const besides = Object.values({ ...harmlessLines, ...otherTrouble });

describe.each(faults)('$cause: $name', (template) => {
  it('stays the first cause beside trouble of another kind and harmless lines', () => {
    const property = fc.property(
      filledTemplate(template),
      fc.constantFrom(...besides),
      fc.boolean(),
      (filled, lines, first) => {
        const log = (first ? [...lines, ...filled.lines] : [...filled.lines, ...lines]).join('\n');
        expectAnswer(template, analyse(log, filled.stated), log);
      },
    );
    fc.assert(property, { numRuns: 25 });
  });
});

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
