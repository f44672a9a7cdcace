import type { Evidence, Finding } from '../../../shared/finding.ts';
import { plannableGoals } from '../../../shared/goal.ts';
import type { LogAnalysis } from '../../../shared/log-analysis.ts';
import { isFault } from '../../../shared/severity.ts';
import { backendSentence } from '../../../shared/messages/backend-sentence.ts';
import { visibleLines, type Page } from './page.ts';
import { findingLines, headlineOf } from './print-finding.ts';
import { columns } from './terminal.ts';
import { wrap } from './wrap.ts';

/** What a log means, for a person: the verdict, the findings best first, what would decide. */
export function printLog(page: Page, analysis: LogAnalysis): string[] {
  const { width } = page.terminal;
  const lines = [headlineOf(page, analysis.verdict, page.tell(analysis.headline))];
  const reason = analysis.reason && page.tell(analysis.reason);
  // What to do stands with the finding as well: once is enough.
  const [root] = analysis.findings;
  if (reason && reason !== (root && page.tell(root.advice))) lines.push(...wrap(reason, width));
  const rows = summaryRows(page, analysis);
  if (rows.length > 0) lines.push('', ...columns(rows));
  const attention = backendSentence(page.language, analysis.attention);
  if (attention !== null) lines.push('', ...wrap(attention, width));
  for (const [index, finding] of analysis.findings.entries()) {
    // What the log says word for word comes first: it can be looked up there.
    const ordered = [...finding.evidence].sort((a, b) => Number(!a.said) - Number(!b.said));
    const seen = ordered.flatMap((evidence) => seenLines(page, evidence));
    lines.push('', ...findingLines(page, finding, index + 1, seen), ...remedyLines(page, finding));
  }
  for (const hint of analysis.hints) lines.push('', ...wrap(page.tell(hint), width));
  if (analysis.questions.length > 0) {
    lines.push('', page.terminal.style.strong(page.say('ui.read-log.questions')));
    for (const question of analysis.questions) {
      lines.push(...wrap(`- ${page.tell(question)}`, width, '  '));
    }
  }
  return lines;
}

function summaryRows(page: Page, { summary }: LogAnalysis): string[][] {
  const { python, torch, xformers, triton, gpu, comfyui, backend } = summary;
  const rows: [string, string | null][] = [
    ['ComfyUI', comfyui],
    [page.say('cli.label.python'), python],
    ['PyTorch', torch],
    ['xFormers', xformers],
    ['Triton', triton],
    [page.say('cli.label.backend'), backend && page.say(`ui.backend.${backend}`)],
    [page.say('cli.label.gpu'), gpu],
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

function seenLines(page: Page, { statement, source, said }: Evidence): string[] {
  if (said) {
    const text = visibleLines(said.text);
    return [said.line === null ? text : page.say('cli.log.line', { line: said.line, text })];
  }
  const seen = page.say('cli.finding.evidence', { text: page.tell(statement) });
  return [`- ${seen}${source ? ` (${source})` : ''}`];
}

function remedyLines(page: Page, finding: Finding): string[] {
  const goals = new Set(finding.remedies.map((remedy) => remedy.goal));
  return plannableGoals
    .filter((goal) => isFault(finding) && goals.has(goal))
    .map((goal) => {
      const command = `attention-doctor fix TARGET --goal ${goal}`;
      return `   ${page.say('cli.finding.remedy', { command })}`;
    });
}
