import type { Diagnosis, Finding } from '../../../shared/finding.ts';
import { valueOf } from '../../../shared/facts.ts';
import { isPlannable } from '../../../shared/goal.ts';
import { printProblem, shellWord, type Page } from './page.ts';
import { findingLines, headlineOf } from './print-finding.ts';
import { printDrift } from './print-history.ts';
import { threatLines } from './print-protection.ts';
import { columns } from './terminal.ts';
import { wrap } from './wrap.ts';

/** The verdict first, then what was looked at, then every finding with its way out. */
export function printDiagnosis(page: Page, diagnosis: Diagnosis): string[] {
  const { terminal } = page;
  const reason = diagnosis.reason ? wrap(page.tell(diagnosis.reason), terminal.width) : [];
  const lines = [
    headlineOf(page, diagnosis.verdict, page.tellLines(diagnosis.headline).join(' ')),
    ...reason,
    ...printDrift(page, diagnosis.since),
    '',
    ...columns(factRows(page, diagnosis)),
  ];
  // Its Python's troubles are findings; this one is of the install itself.
  const unfinished = diagnosis.install?.problems.find(({ code }) => code === 'install-unfinished');
  if (unfinished) lines.push('', ...printProblem(page, unfinished));
  for (const [index, finding] of diagnosis.findings.entries()) {
    lines.push('', ...findingOf(page, finding, index + 1));
  }
  lines.push(...conflictLines(page, diagnosis));
  lines.push(...threatLines(page, diagnosis));
  if (diagnosis.problem) lines.push('', ...printProblem(page, diagnosis.problem));
  return lines;
}

/** What is at odds and nobody minds: told last, so that nobody takes it for the trouble. */
function conflictLines(page: Page, { facts: { conflicts = [] } }: Diagnosis): string[] {
  if (conflicts.length === 0) return [];
  const title = page.say('ui.conflicts.title', { count: conflicts.length });
  const each = conflicts.map((conflict) => `- ${page.say('ui.conflicts.one', conflict)}`);
  const { width } = page.terminal;
  return ['', ...wrap(title, width), ...wrap(page.say('ui.conflicts.lead'), width), ...each];
}

function factRows(page: Page, diagnosis: Diagnosis): string[][] {
  const { install, environment, facts } = diagnosis;
  const torch = valueOf(facts.torch);
  const xformers = valueOf(facts.xformers);
  const triton = valueOf(facts.triton);
  const missing = (state: 'known' | 'absent' | 'unknown') =>
    page.say(state === 'unknown' ? 'cli.fact.unknown' : 'cli.fact.absent');
  const built = xformers?.builtForTorch;
  const rows = [
    [page.say('cli.label.python'), `${environment.executable} (${environment.version ?? '?'})`],
    ['PyTorch', torch?.version ?? missing(facts.torch.state)],
    [
      'xFormers',
      xformers
        ? `${xformers.version}${built ? ` · ${page.say('cli.fact.built-for', { torch: built })}` : ''}`
        : missing(facts.xformers.state),
    ],
    ['Triton', triton ? `${triton.version} (${triton.distribution})` : missing(facts.triton.state)],
  ];
  if (install) rows.unshift([page.say('cli.label.install'), install.sourceRoot]);
  if (facts.backend) {
    const name = page.say(`ui.backend.${facts.backend.backend}`);
    rows.push([page.say('cli.label.backend'), `${name}: ${page.tell(facts.backend.reason)}`]);
  }
  if (facts.heldBy.length > 0) {
    const holders = facts.heldBy.map((each) => `${each.program} (${each.pid})`).join(', ');
    rows.push([page.say('cli.label.held-by'), holders]);
  }
  const gpus = valueOf(facts.gpus) ?? [];
  if (gpus.length > 0) rows.push([page.say('cli.label.gpu'), gpus.map((g) => g.name).join(', ')]);
  return rows;
}

function findingOf(page: Page, finding: Finding, number: number): string[] {
  const seen = finding.evidence.flatMap(({ statement, source }) => {
    const [first = '', ...more] = page.tellLines(statement);
    const lines = [page.say('cli.finding.evidence', { text: first }), ...more];
    return lines.map((line, index) => {
      const where = source && index === lines.length - 1 ? ` (${source})` : '';
      return `${index === 0 ? '- ' : '  '}${line}${where}`;
    });
  });
  const lines = findingLines(page, finding, number, seen);
  for (const goal of new Set(finding.remedies.map((remedy) => remedy.goal))) {
    if (!isPlannable(goal)) continue;
    const command = `attention-doctor fix ${shellWord(page.target)} --goal ${goal}`;
    lines.push(`   ${page.say('cli.finding.remedy', { command })}`);
  }
  return lines;
}
