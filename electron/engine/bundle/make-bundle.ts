import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { fail, toProblem } from '../../../shared/problem.ts';
import type { Bundle } from '../../../shared/report.ts';
import type { System } from '../machine/system.ts';
import { isUnanswered } from '../machine/unanswered.ts';
import { createRedactor } from '../redaction/redact.ts';
import { renderReport, type ReportContent } from './render-report.ts';

/** Largest log kept in a bundle, in lines from its end. */
const keptLines = 20_000;

/** Renders, redacts and zips. Nothing that names the person or the machine goes in. */
function renderBundle(
  system: System,
  content: ReportContent,
): { entries: Record<string, string>; redactions: Record<string, number>; markdown: string } {
  const redactor = createRedactor({
    home: system.homeFolder,
    user: system.userName,
    host: system.hostName,
  });
  const markdown = redactor.text(renderReport(content));
  const { log, ...report } = content;
  const packages = content.diagnosis.facts.distributions.map(
    (each) => `${each.name}==${each.version}`,
  );
  const entries = {
    'report.md': markdown,
    // Once on the values, once on the whole text: what two values make together is caught too.
    'report.json': redactor.text(
      `${JSON.stringify({ schema: 1, ...Object(redactor.value(report)) }, null, 2)}\n`,
    ),
    'packages.txt': redactor.text(`${packages.join('\n')}\n`),
    'log.txt': redactor.text(`${log.slice(-keptLines).join('\n')}\n`),
  };
  return { entries, redactions: redactor.counts(), markdown };
}

/** Writes the bundle as a zip. Throws `output-unwritable`. */
export async function writeBundle(
  system: System,
  content: ReportContent,
  bundleId: string,
  file: string,
): Promise<Bundle> {
  const { entries, redactions, markdown } = renderBundle(system, content);
  const encoded = Object.fromEntries(
    Object.entries(entries).map(([name, text]) => [name, strToU8(text)]),
  );
  const bytes = zipSync(encoded, { level: 6, mtime: new Date(content.at) });
  try {
    await system.files.writeBytes(file, bytes);
  } catch (error) {
    if (!isUnanswered(error)) throw error;
    fail('output-unwritable', { params: { path: file }, detail: toProblem(error).detail ?? '' });
  }
  return {
    bundleId,
    fileName: path.basename(file),
    bytes: bytes.length,
    entries: Object.entries(encoded).map(([name, each]) => ({ name, bytes: each.length })),
    redactions,
    markdown,
  };
}
