import type { Language } from './contract.ts';
import type { Evidence, Finding } from './finding.ts';
import { links } from './links.ts';
import type { LogAnalysis } from './log-analysis.ts';
import { message, translate, type MessageKey, type MessageRef } from './messages/index.ts';
import type { Prescription, Shell, Step } from './prescription.ts';
import { editSentences } from './prescription-sentences.ts';
import { isFault } from './severity.ts';

/**
 * The whole answer to a log as Markdown, ready for a forum: what it is, the lines that say it, what
 * to do step by step, and how to go back. In the language asked for; ends with a line break.
 */
export function answerMarkdown(language: Language, analysis: LogAnalysis): string {
  const say = (ref: MessageRef): string => prose(translate(language, ref));
  const [root] = analysis.findings;
  const others = analysis.findings.slice(1).filter((each) => isFault(each) && !each.consequence);
  return [
    `## ${say(analysis.headline)}`,
    ...(analysis.reason ? ['', say(analysis.reason)] : []),
    ...summaryOf(language, analysis),
    ...[...(root ? [root] : []), ...others].flatMap((each) => ['', ...findingOf(language, each)]),
    ...analysis.questions.flatMap((each) => ['', `- ${say(each)}`]),
    '',
    `*${sentence(language, 'ui.answer.made-by')}*`,
    '',
  ].join('\n');
}

function summaryOf(language: Language, { summary }: LogAnalysis): string[] {
  const { python, torch, xformers, triton, gpu, comfyui, backend } = summary;
  const rows = [
    ['ComfyUI', comfyui],
    ['Python', python],
    ['PyTorch', torch],
    ['xFormers', xformers],
    ['Triton', triton],
    ['GPU', gpu],
    [
      sentence(language, 'ui.read-log.backend'),
      backend && sentence(language, `ui.backend.${backend}`),
    ],
  ] as const;
  const known = rows.flatMap(([name, value]) => (value ? [`${name} ${prose(value)}`] : []));
  return known.length === 0 ? [] : ['', known.join(' · ')];
}

function findingOf(language: Language, finding: Finding): string[] {
  const say = (ref: MessageRef): string => prose(translate(language, ref));
  return [
    `### ${say(finding.title)}`,
    '',
    say(finding.explanation),
    ...evidenceOf(language, finding.evidence),
    ...(finding.prescription
      ? ['', ...prescriptionOf(language, finding.prescription)]
      : ['', say(finding.advice)]),
    ...finding.links.flatMap((link) => ['', `- ${say(message(`link.${link}`))}: <${links[link]}>`]),
  ];
}

/** What programs printed stands in a block, word for word; what was seen elsewhere is a list. */
function evidenceOf(language: Language, evidence: readonly Evidence[]): string[] {
  const said = evidence.flatMap(({ said }) => (said ? [said.text] : []));
  const seen = evidence.filter((each) => !each.said);
  return [
    ...(said.length > 0 ? ['', ...fenced('text', said.join('\n'))] : []),
    ...(seen.length > 0 ? [''] : []),
    ...seen.map(({ statement }) => `- ${prose(translate(language, statement))}`),
  ];
}

function prescriptionOf(language: Language, prescription: Prescription): string[] {
  const { steps, changes, undo, proof, otherwise } = prescription;
  const labelled = (key: LabelKey, ref: MessageRef): string =>
    prose(translate(language, message(key, { text: translate(language, ref) })));
  const back = (key: LabelKey, step: Step): string[] => [
    '',
    labelled(key, step.text),
    ...detailsOf(language, step, ''),
  ];
  return [
    `**${sentence(language, 'prescription.label.steps')}**`,
    '',
    ...steps.flatMap((step, index) => [
      `${index + 1}. ${prose(translate(language, step.text))}`,
      ...detailsOf(language, step, '   '),
    ]),
    '',
    labelled('prescription.label.changes', changes),
    '',
    labelled('prescription.label.proof', proof),
    ...back('prescription.label.undo', undo),
    ...(otherwise ? back('prescription.label.otherwise', otherwise) : []),
  ];
}

type LabelKey =
  | 'prescription.label.changes'
  | 'prescription.label.proof'
  | 'prescription.label.undo'
  | 'prescription.label.otherwise';

const fenceNames: Readonly<Record<Shell, string>> = {
  cmd: 'bat',
  powershell: 'powershell',
  bash: 'bash',
  notebook: 'python',
};

function detailsOf(language: Language, { command, edit, link }: Step, indent: string): string[] {
  const lines = [
    ...(edit ? ['', ...editSentences(language, edit).map((each) => `- ${prose(each)}`)] : []),
    ...(command ? ['', ...fenced(fenceNames[command.shell], command.text)] : []),
    ...(link ? ['', `<${links[link]}>`] : []),
  ];
  return lines.map((line) => (line === '' ? '' : indent + line));
}

/** A block that what stands in it cannot end. */
function fenced(name: string, text: string): string[] {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((each) => each.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${name}`, ...text.split(/\r?\n/), fence];
}

/** Text in which nothing is a mark of Markdown or HTML: names and log lines come from outside. */
function prose(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll(/[\\`*_<>[\]#|]/g, '\\$&');
}

function sentence(language: Language, key: MessageKey): string {
  return translate(language, message(key));
}
