import type { Diagnosis } from '../../../shared/finding.ts';
import { message, problemSentence, translate } from '../../../shared/messages/index.ts';
import type { MessageKey } from '../../../shared/messages/index.ts';
import type { History } from '../../../shared/history.ts';
import { proofOf } from '../../../shared/proof.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { FixResult, Snapshot } from '../../../shared/report.ts';
import type { Verification } from '../../../shared/verification.ts';
import { factRows } from './fact-rows.ts';

export type ReportContent = {
  version: string;
  at: string;
  diagnosis: Diagnosis;
  verification: Verification | null;
  fix: FixResult | null;
  /** The last one that was not carried out. */
  plan: Plan | null;
  snapshots: Snapshot[];
  /** What happened to the environment; null where that could not be read. */
  history: History | null;
  log: string[];
};

/** report.md: English, because the people who answer in issue threads read it. Pure. */
export function renderReport(content: ReportContent): string {
  const { diagnosis, verification, fix } = content;
  return [
    '## Attention Doctor report',
    '',
    `- ${say('report.verdict')}: **${diagnosis.verdict}** (${sentence(diagnosis.headline)})`,
    ...factLines(diagnosis),
    '',
    ...extensionLines(diagnosis),
    `### ${say('report.findings')}`,
    '',
    ...findingLines(diagnosis),
    ...(verification ? ['', `### ${say('report.ladder')}`, '', ...ladderLines(verification)] : []),
    ...(fix ? ['', `### ${say('report.repair')}`, '', ...fixLines(fix)] : []),
    '',
    `${say('report.made-by')} ${content.version}, ${content.at}`,
    '',
  ].join('\n');
}

function say(key: MessageKey): string {
  return translate('en', message(key));
}
function sentence(ref: Parameters<typeof translate>[1]): string {
  return translate('en', ref);
}

function factLines(diagnosis: Diagnosis): string[] {
  return factRows(diagnosis).map(([key, value]) => `- ${say(key)}: ${value}`);
}

function extensionLines({ facts }: Diagnosis): string[] {
  const answers = facts.extensions ?? [];
  if (answers.length === 0) return [];
  const lines = answers.map(({ file, answer, why, name, count }) => {
    const because = [why, name, count].filter((each) => each !== undefined).join(', ');
    return `- \`${file}\`: ${answer}${because === '' ? '' : ` (${because})`}`;
  });
  return [`### ${say('report.extensions')}`, '', ...lines, ''];
}

function findingLines(diagnosis: Diagnosis): string[] {
  const lines = diagnosis.findings.flatMap((finding) => [
    `- \`${finding.cause}\` (${finding.severity}, ${finding.confidence}): ${sentence(finding.title)}`,
    ...finding.evidence.map((each) => `  - ${sentence(each.statement)} [${each.how}]`),
  ]);
  return diagnosis.problem ? [...lines, `- ${problemSentence('en', diagnosis.problem)}`] : lines;
}

function ladderLines(verification: Verification): string[] {
  return [
    say(`proof.${proofOf(verification)}`),
    '',
    ...verification.rungs.map(
      (each) => `${each.rung}. ${each.outcome}: ${sentence(each.evidence)}`,
    ),
    ...verification.backends
      .filter((each) => each.kernel !== null)
      .map((each) => `- ${each.id} ${each.version ?? ''}: \`${each.kernel ?? ''}\``),
  ];
}

function fixLines(fix: FixResult): string[] {
  const rows = fix.plan.changes.map(
    (each) => `- ${each.name}: ${each.from ?? '-'} → ${each.to ?? '-'}`,
  );
  const why = fix.problem ? [`- ${problemSentence('en', fix.problem)}`] : [];
  return [`- ${fix.outcome}`, ...rows, ...why];
}
