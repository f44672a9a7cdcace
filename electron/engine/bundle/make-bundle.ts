import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { bundlePartNames, mayLeaveOut, type BundlePart } from '../../../shared/bundle.ts';
import type { Language } from '../../../shared/contract.ts';
import { fail, toProblem } from '../../../shared/problem.ts';
import type { Bundle } from '../../../shared/report.ts';
import type { System } from '../machine/system.ts';
import { isUnanswered } from '../machine/unanswered.ts';
import { createRedactor, type Redactor } from '../redaction/redact.ts';
import { beginningOf } from './beginning.ts';
import { contentsOf } from './contents.ts';
import { openBundle } from './open-bundle.ts';
import type { ReportContent } from './render-report.ts';

export type BundleWishes = {
  /** Of the page that is read; report.md is English. */
  language: Language;
  /** Parts that the user took out. */
  without: readonly BundlePart[];
};

type Rendered = { entries: Map<BundlePart, string>; redactions: Record<string, number> };

/** Renders and redacts. Nothing that names the person or the machine goes in. */
function renderBundle(
  system: System,
  content: ReportContent,
  { language, without }: BundleWishes,
): Rendered {
  const redactor = createRedactor({
    home: system.homeFolder,
    user: system.userName,
    host: system.hostName,
  });
  const { log, ...rest } = content;
  // Before a page writes quotes and brackets in its own way: what is private is told by them, too.
  const { texts, values } = contentsOf({ ...redacted(redactor, rest), log }, language);
  const entries = new Map<BundlePart, string>();
  for (const name of bundlePartNames) {
    if (without.includes(name) && mayLeaveOut(name)) continue;
    const text = values[name] === undefined ? texts[name] : json(values[name]);
    // Once on the values, once on the whole text: what two values make together is caught too.
    if (text) entries.set(name, redactor.text(text));
  }
  return { entries, redactions: redactor.counts() };
}

function redacted<T>(redactor: Redactor, value: T): T;
function redacted(redactor: Redactor, value: unknown): unknown {
  return redactor.value(value);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** An older bundle may be written over; any other file is somebody's. */
async function requireNobodysFile(system: System, file: string): Promise<void> {
  if (!(await system.files.linkInfo(file))) return;
  try {
    await openBundle(system, file);
  } catch (error) {
    if (!isUnanswered(error)) throw error;
    fail('output-exists', { params: { path: file } });
  }
}

/** Writes the bundle as a zip. Throws `output-exists` and `output-unwritable`. */
export async function writeBundle(
  system: System,
  content: ReportContent,
  bundleId: string,
  file: string,
  wishes: BundleWishes,
): Promise<Bundle> {
  await requireNobodysFile(system, file);
  const { entries, redactions } = renderBundle(system, content, wishes);
  const encoded = Object.fromEntries([...entries].map(([name, text]) => [name, strToU8(text)]));
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
    markdown: entries.get('report.md') ?? '',
    files: Object.entries(encoded).map(([name, each]) => beginningOf(name, each)),
    leftOut: wishes.without.filter(mayLeaveOut),
  };
}
