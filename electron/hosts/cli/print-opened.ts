import type { BundleReport, OpenedBundle } from '../../../shared/bundle.ts';
import type { Page } from './page.ts';
import { printDiagnosis } from './print-diagnosis.ts';
import { printVerification } from './print-verification.ts';
import { bytesText } from './quantities.ts';

/** What somebody else's machine looked like: no command of it is for this one. */
export function printOpened(page: Page, { fileName, report, files }: OpenedBundle): string[] {
  const list = files.map(({ name, bytes }) => `- ${name} (${bytesText(bytes)})`);
  const body = report ? reportLines(page, report) : asItIs(page, files);
  return [
    ...body,
    '',
    page.say('cli.bundle.files', { file: fileName, count: files.length }),
    ...list,
  ];
}

function reportLines(page: Page, { at, version, diagnosis, verification }: BundleReport): string[] {
  const findings = diagnosis.findings.map((each) => ({ ...each, remedies: [] }));
  return [
    page.say('cli.bundle.opened', { at, version }),
    '',
    ...printDiagnosis(page, { ...diagnosis, findings }),
    ...(verification ? ['', ...printVerification(page, verification)] : []),
  ];
}

/** Words that this version does not know: report.md says the same for people. */
function asItIs(page: Page, files: OpenedBundle['files']): string[] {
  const text = files.find(({ name }) => name === 'report.md')?.text ?? '';
  return [page.say('cli.bundle.as-it-is'), '', ...text.split('\n')];
}
