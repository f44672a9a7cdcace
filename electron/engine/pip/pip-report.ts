import { z } from 'zod';
import { withoutCredentials } from '../knowledge/torch-index.ts';
import type { Wheel } from '../../../shared/plan.ts';
import { normaliseName } from '../packages/distributions.ts';

/** `pip install --report`, format version 1 (stable since pip 23.0). */
const reportSchema = z.object({
  install: z.array(
    z.object({
      metadata: z.object({ name: z.string(), version: z.string() }),
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

/** The wheels that pip would install, in its order. Throws if the text is no report. */
export function parsePipReport(text: string): Wheel[] {
  const report = reportSchema.parse(JSON.parse(text));
  return report.install.map(({ metadata, download_info }) => ({
    name: normaliseName(metadata.name),
    version: metadata.version,
    fileName: fileNameOf(download_info.url),
    url: withoutCredentials(download_info.url),
    sha256:
      download_info.archive_info?.hashes?.sha256 ??
      /^sha256=(.+)/.exec(download_info.archive_info?.hash ?? '')?.[1] ??
      null,
    bytes: null,
  }));
}

function fileNameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
}
