import * as z from 'zod';
import { withoutCredentials } from '../knowledge/torch-index.ts';
import type { Wheel } from '../../../shared/plan.ts';
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

/** What pip would install, in its order. Throws if the text is no report. */
export function parsePipReport(text: string): Reported[] {
  const report = reportSchema.parse(JSON.parse(text));
  return report.install.map(({ metadata, download_info, requested_extras }) => ({
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

function fileNameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
}
