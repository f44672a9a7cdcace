import type { Finding, Verdict } from '../../../shared/finding.ts';
import { links } from '../../../shared/links.ts';
import { isBroken, isFault } from '../../../shared/severity.ts';
import type { Page } from './page.ts';
import { prescriptionLines } from './print-prescription.ts';
import type { Style } from './terminal.ts';
import { wrap } from './wrap.ts';

/** What is said of a finding, whatever it was seen in. `seen` are the lines of its evidence. */
export function findingLines(
  page: Page,
  finding: Finding,
  number: number,
  seen: readonly string[],
): string[] {
  const { style, width } = page.terminal;
  const mark = severityStyle(
    style,
    finding,
  )(
    page.say(finding.consequence ? 'cli.severity.consequence' : `cli.severity.${finding.severity}`),
  );
  const paragraph = (text: string) => wrap(text, width, '   ');
  const lines = [
    `${number}. [${mark}] ${style.strong(page.tell(finding.title))}`,
    ...paragraph(page.tell(finding.explanation)),
  ];
  if (finding.cost) lines.push(...paragraph(page.tell(finding.cost)));
  lines.push(...seen.map((line) => style.quiet(`   ${line}`)));
  if (finding.confidence !== 'high') {
    const word = page.say(`ui.confidence.${finding.confidence}`);
    lines.push(...paragraph(page.say('cli.finding.sure', { word })));
  }
  lines.push(...paragraph(page.say('cli.finding.advice', { text: page.tell(finding.advice) })));
  lines.push(...prescriptionLines(page, finding));
  for (const link of finding.links) {
    lines.push(`   ${page.say(`link.${link}`)}: ${links[link]}`);
  }
  return lines;
}

/** The one sentence that everything comes to. */
export function headlineOf(page: Page, verdict: Verdict, sentence: string): string {
  return verdictStyle(page.terminal.style, verdict)(sentence);
}

function severityStyle(style: Style, finding: Finding): (text: string) => string {
  if (isBroken(finding)) return style.bad;
  return isFault(finding) ? style.warning : style.good;
}

function verdictStyle(style: Style, verdict: Verdict): (text: string) => string {
  if (verdict === 'problem') return style.bad;
  return verdict === 'healthy' || verdict === 'benign' ? style.good : style.warning;
}
