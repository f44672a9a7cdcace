import path from 'node:path';
import {
  bundleReportSchema,
  reportSchemaNumber,
  type BundleReport,
  type OpenedBundle,
} from '../../../shared/bundle.ts';
import type { BundleFile } from '../../../shared/bundle-file.ts';
import { fail, toProblem } from '../../../shared/problem.ts';
import { parseJson } from '../machine/json-text.ts';
import type { Archive, System } from '../machine/system.ts';
import { isUnanswered } from '../machine/unanswered.ts';
import { beginningOf } from './beginning.ts';

/** Ours hold a dozen files; a zip of thousands is another thing, or means harm. */
const mostFiles = 100;
/** Bytes, unpacked. */
const mostBytes = 64 * 1024 * 1024;

/**
 * A bundle that somebody sent, for reading only: nothing is unpacked, and nothing of it is run.
 * `called` is the name that people know it by. Throws `bundle-missing`, `bundle-damaged`, `bundle-foreign`, `bundle-newer`.
 */
export async function openBundle(
  system: System,
  file: string,
  called = path.basename(file),
): Promise<OpenedBundle> {
  const params = { path: called };
  const info = await system.files.info(file);
  if (!info) fail('bundle-missing', { params });
  if (info.kind !== 'file') fail('bundle-foreign', { params });
  const archive = await openZip(system, file, called);
  try {
    if (!archive.entries.some(({ name }) => name === 'report.json'))
      fail('bundle-foreign', { params });
    const contents = await readAll(archive, called);
    const report = contents.get('report.json') ?? new Uint8Array();
    return {
      fileName: called,
      report: reportOf(new TextDecoder().decode(report), called),
      files: [...contents].map(([name, content]): BundleFile => beginningOf(name, content)),
    };
  } finally {
    archive.close();
  }
}

async function openZip(system: System, file: string, called: string): Promise<Archive> {
  try {
    return await system.files.openArchive(file);
  } catch (error) {
    return damaged(error, called);
  }
}

/** Each as far as it may be read whole; their names are words of the sender and lead nowhere. */
async function readAll(archive: Archive, called: string): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  const total = archive.entries.reduce((sum, { bytes }) => sum + bytes, 0);
  if (archive.entries.length > mostFiles || total > mostBytes)
    fail('bundle-foreign', { params: { path: called } });
  try {
    for (const { name } of archive.entries) contents.set(name, await archive.read(name));
  } catch (error) {
    damaged(error, called);
  }
  return contents;
}

function damaged(error: unknown, called: string): never {
  if (!isUnanswered(error)) throw error;
  return fail('bundle-damaged', {
    params: { path: called },
    detail: toProblem(error).detail ?? '',
  });
}

/** null where it is one of ours, but words stand in it that this version does not know. */
function reportOf(text: string, called: string): BundleReport | null {
  const params = { path: called };
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) fail('bundle-damaged', { params });
  if (!('schema' in value) || typeof value.schema !== 'number') fail('bundle-foreign', { params });
  if (value.schema > reportSchemaNumber) fail('bundle-newer', { params });
  if (!('diagnosis' in value)) fail('bundle-foreign', { params });
  return bundleReportSchema.safeParse(value).data ?? null;
}
