import * as z from 'zod';
import { withoutCredentials } from '../knowledge/torch-index.ts';
import type { Wheel } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import { parseJson } from '../machine/json-text.ts';
import { codeOf } from '../machine/read-file.ts';
import { normaliseName } from '../packages/distributions.ts';
import { parseRequirement, type RequirementLine } from '../packages/requirement.ts';

/** `pip install --report`, format version 1 (stable since pip 23.0). */
const reportSchema = z.object({
  install: z.array(
    z.object({
      metadata: z.object({
        name: z.string(),
        version: z.string(),
        requires_dist: z.array(z.string()).optional(),
      }),
      requested_extras: z.array(z.string()).optional(),
      download_info: z.object({
        url: z.string(),
        archive_info: z
          .object({
            hash: z.string().optional(),
            hashes: z.record(z.string(), z.string()).optional(),
          })
          .optional(),
      }),
    }),
  ),
});

/** A wheel that pip would install, and what it asks for itself. */
export type Reported = { wheel: Wheel; requires: RequirementLine[]; extras: string[] };

/**
 * What pip would install, in its order. Throws `pip-failed` if the text is no report: an index has a say
 * in it. No text at all is our own mistake.
 */
export function parsePipReport(text: string): Reported[] {
  if (text === '') throw new Error('pip wrote no report');
  const report = reportSchema.safeParse(parseJson(text));
  if (!report.success) return unreadable(report.error.message);
  return report.data.install.map(({ metadata, download_info, requested_extras }) => ({
    wheel: {
      name: normaliseName(metadata.name),
      version: metadata.version,
      fileName: fileNameOf(download_info.url),
      url: withoutCredentials(download_info.url),
      sha256:
        download_info.archive_info?.hashes?.sha256 ??
        /^sha256=(.+)/.exec(download_info.archive_info?.hash ?? '')?.[1] ??
        null,
      bytes: null,
    },
    requires: (metadata.requires_dist ?? []).flatMap((each) => parseRequirement(each) ?? []),
    extras: requested_extras ?? [],
  }));
}

/**
 * As pip names the file (Link.filename): what is escaped is read before the path is cut, so that no
 * address of an index leads out of the folder that its file is put into.
 */
function fileNameOf(url: string): string {
  const name = unescaped(addressOf(url).pathname).split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex
  return /^\.{0,2}$|[\u0000-\u001f]/.test(name) ? unreadable(url) : name;
}

function addressOf(url: string): URL {
  try {
    return new URL(url);
  } catch (thrown) {
    if (codeOf(thrown) === 'ERR_INVALID_URL') return unreadable(url);
    throw thrown;
  }
}

/** Bytes that are no text become marks, as in pip; decodeURIComponent would throw. */
function unescaped(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

function unreadable(detail: string): never {
  return fail('pip-failed', { params: { reason: 'pip install --report' }, detail });
}
