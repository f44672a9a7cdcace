import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { analyseLog } from '../../electron/engine/log-analysis/analyse-log.ts';
import { readText } from '../../electron/engine/logs/read-log.ts';
import type { LogAnalysis } from '../../shared/log-analysis.ts';
import { statedFactsSchema } from '../../shared/stated-facts.ts';
import { healthyLines, healthyStart, inventory } from '../support/healthy-log.ts';
import { wrappedAt } from '../support/wrapped-text.ts';

/**
 * Real reports with labels: how often the first cause and its remedy are the right ones, how
 * often an alarm is raised where nothing is wrong, and whether 300 healthy lines around a
 * report change anything, or ComfyUI's inventory before it, or a console that wrapped its lines.
 * ATTENTION_DOCTOR_CASES names other files (separated by the path delimiter); with --wrong each
 * miss is printed.
 */
const caseSchema = z.object({
  id: z.string().optional(),
  log: z.string(),
  facts: statedFactsSchema.nullish(),
  root_cause: z.string(),
  acceptable_causes: z.array(z.string()).nullish(),
  fix_kind: z.string(),
  fix_detail: z.string().nullish(),
  acceptable_fix_kinds: z.array(z.string()).nullish(),
  needs_facts: z.boolean().nullish(),
});
type Case = z.infer<typeof caseSchema>;

const files = process.env['ATTENTION_DOCTOR_CASES']?.split(path.delimiter) ?? developmentCases();
const missing = files.filter((file) => !existsSync(file));
for (const file of missing)
  say(`diagnosis: ${path.basename(file)} is not here, nothing to measure`);
if (files.length === 0) say('diagnosis: no reports are here, nothing to measure');
for (const file of files.filter((each) => !missing.includes(each))) report(file);

function developmentCases(): string[] {
  const folder = path.resolve('../shared/cases');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^dev.*\.jsonl$/.test(name));
  return names.sort().map((name) => path.join(folder, name));
}

function report(file: string): void {
  const cases = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => caseSchema.parse(JSON.parse(line)));
  const answers = cases.map((each) => ({ each, analysis: ask(each, each.log) }));
  const buried = cases.map((each) => ask(each, bury(each.log, healthyLines(300))));
  const inWhole = cases.map((each) => ask(each, bury(each.log, healthyStart(300))));
  const changed = {
    'with the inventory of comfy-kitchen before it': (log: string) => `${inventory}\n${log}`,
    'wrapped at 120 columns': (log: string) => wrappedAt(120, log),
    'wrapped at 100 columns': (log: string) => wrappedAt(100, log),
    'wrapped at 80 columns': (log: string) => wrappedAt(80, log),
    'quoted and numbered': (log: string) => quoted(log),
  };
  const kept = cases.filter((each, index) => isRight(each, inWhole[index]));
  const top = answers.filter(({ each, analysis }) => isRight(each, analysis));
  const strict = answers.filter(({ each, analysis }) => causeOf(analysis) === each.root_cause);
  const fixes = answers.filter(({ each, analysis }) => hasFix(each, analysis));
  const quiet = answers.filter(({ each }) => isQuiet(each));
  const alarms = quiet.filter(
    ({ each, analysis }) => isAlarm(analysis) && !isRight(each, analysis),
  );
  const lost = answers.filter(({ analysis }, index) => {
    const other = buried[index];
    return other === undefined || causeOf(other) !== causeOf(analysis);
  });
  say(`diagnosis: ${cases.length} reports of ${path.basename(file)}`);
  say(
    `  first cause right: ${share(top, cases)}, by the one label alone ${share(strict, cases)} (at least 95 %)`,
  );
  say(`  remedy right: ${share(fixes, cases)} (at least 90 %)`);
  say(`  false alarms: ${alarms.length} of ${quiet.length} (none)`);
  say(`  lost when buried in 300 healthy lines: ${lost.length} (none)`);
  say(`  first cause right within a whole healthy log of another machine: ${share(kept, cases)}`);
  for (const [how, change] of Object.entries(changed)) {
    const other = cases.map((each) => ask(each, change(each.log)));
    const right = cases.filter((each, index) => isRight(each, other[index]));
    const gone = top.filter(({ each }) => !right.includes(each));
    const raised = cases.filter((each, index) => {
      const analysis = other[index];
      return isQuiet(each) && analysis && isAlarm(analysis) && !isRight(each, analysis);
    });
    say(
      `  ${how}: right ${share(right, cases)}, lost ${share(gone, top)}, false alarms ${raised.length}`,
    );
    if (process.argv.includes('--wrong'))
      for (const { each } of gone) {
        const index = cases.indexOf(each);
        const found = other[index];
        say(`    gone: #${index} ${each.root_cause} -> ${found ? causeOf(found) : ''}`);
      }
  }
  if (!process.argv.includes('--wrong')) return;
  for (const [index, { each, analysis }] of answers.entries()) {
    const whole = inWhole[index];
    const astray =
      whole && !isRight(each, whole) && isRight(each, analysis) ? causeOf(whole) : null;
    if (astray !== null)
      say(
        `\nASTRAY #${index} ${each.root_cause} in a whole log: ${astray} ${JSON.stringify(each.facts)}`,
      );
    const wrong = !isRight(each, analysis) ? 'CAUSE' : !hasFix(each, analysis) ? 'FIX' : null;
    const other = buried[index];
    const gone = other && causeOf(other) !== causeOf(analysis) ? causeOf(other) : null;
    if (wrong === null && gone === null) continue;
    const found = analysis.findings.map((one) => one.cause).join(', ');
    say(
      `\n${wrong ?? 'LOST'} #${index} ${each.root_cause} [${(each.acceptable_causes ?? []).join(', ')}] ${each.fix_kind} ${each.fix_detail ?? ''}`,
    );
    say(`  found ${found} · ${fixOf(analysis)}${gone === null ? '' : ` · buried: ${gone}`}`);
    say(
      `  ${JSON.stringify(each.facts)}\n${each.log
        .split('\n')
        .slice(0, 14)
        .map((line) => `    | ${line.slice(0, 220)}`)
        .join('\n')}`,
    );
  }
}

function ask(each: Case, log: string): LogAnalysis {
  return analyseLog(readText(log), {
    name: null,
    stated: each.facts ?? null,
    facts: null,
    elapsedMs: 0,
  });
}

function causeOf(analysis: LogAnalysis): string {
  return analysis.findings[0]?.cause ?? analysis.verdict;
}

/** Two candidates where the text alone cannot tell count as right, as the labels say. */
function isRight(each: Case, analysis: LogAnalysis | undefined): boolean {
  if (!analysis) return false;
  const right = [each.root_cause, ...(each.acceptable_causes ?? [])];
  if (right.includes(causeOf(analysis))) return true;
  const candidates = analysis.findings.slice(0, 2).map((one) => one.cause);
  return each.needs_facts === true && candidates.some((one) => one === each.root_cause);
}

function fixOf(analysis: LogAnalysis): string {
  const remedy = analysis.findings[0]?.remedies[0];
  return `${remedy?.fixKind ?? 'none'} ${remedy?.fixDetail ?? ''}`.trim();
}

function hasFix(each: Case, analysis: LogAnalysis): boolean {
  if (fixOf(analysis) === `${each.fix_kind} ${each.fix_detail ?? ''}`.trim()) return true;
  const kind = analysis.findings[0]?.remedies[0]?.fixKind ?? 'none';
  return (each.acceptable_fix_kinds ?? []).includes(kind);
}

function isQuiet(each: Case): boolean {
  return /^healthy$|_benign$|^not_attention_/.test(each.root_cause);
}

function isAlarm(analysis: LogAnalysis): boolean {
  return analysis.verdict === 'problem' || analysis.verdict === 'hardware_limit';
}

/** As somebody pastes it into a forum, out of an editor. */
function quoted(log: string): string {
  return log
    .split('\n')
    .map((line, index) => `> ${index + 1} [INFO] ${line}`)
    .join('\n');
}

function bury(log: string, lines: readonly string[]): string {
  return [...lines.slice(0, 150), log, ...lines.slice(150)].join('\n');
}

function share(part: readonly unknown[], whole: readonly unknown[]): string {
  return `${((100 * part.length) / whole.length).toFixed(1)} % (${part.length} of ${whole.length})`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
