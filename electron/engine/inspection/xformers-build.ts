import path from 'node:path';
import * as z from 'zod';
import {
  absent,
  known,
  type Distribution,
  type Fact,
  type XformersBuild,
} from '../../../shared/facts.ts';
import { distributionNamed } from '../../../shared/named-distribution.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';
import { parseRecord } from '../packages/record.ts';

/** xformers/cpp_lib.json, as xformers/_cpp_lib.py reads it. */
const metadataSchema = z.object({
  version: z
    .object({
      cuda: z.number().nullish(),
      hip: z.union([z.string(), z.number()]).nullish(),
      torch: z.string().nullish(),
      python: z.string().nullish(),
    })
    .optional(),
  env: z.record(z.string(), z.unknown()).optional(),
});

export async function readXformersBuild(
  system: System,
  sitePackages: readonly string[],
  distributions: readonly Distribution[],
): Promise<Fact<XformersBuild>> {
  const distribution = distributionNamed(distributions, 'xformers');
  for (const folder of sitePackages) {
    const root = path.join(folder, 'xformers');
    const entries = await system.files.list(root);
    if (!entries) continue;
    const names = entries.map((entry) => entry.name);
    const version = distribution?.version ?? (await versionInside(system, root, names));
    if (version === null) continue;
    const text = await system.files.readText(path.join(root, 'cpp_lib.json'));
    const metadata = text === null ? null : parseMetadata(text);
    return known(
      {
        version,
        builtForTorch: metadata?.version?.torch ?? null,
        builtForPython: metadata?.version?.python ?? null,
        nvcc: metadata?.version?.cuda ?? null,
        hip: hipOf(metadata?.version?.hip),
        withoutGpu: metadata?.version?.cuda === null && metadata.version.hip === null,
        hasExtensionFile: names.some(isExtension),
        extensionExpected:
          metadata === null ||
          names.includes(loader) ||
          (await recordNamesExtension(system, distribution)),
        extensionSource: textOf(metadata?.env?.XFORMERS_PACKAGE_FROM),
      },
      'file',
      text === null ? root : path.join(root, 'cpp_lib.json'),
    );
  }
  return absent('file');
}

/** Looks for the compiled part in its own folder, and nowhere else. */
const loader = '_cpp_lib.py';

/** Without metadata it is imported all the same, and its own version.py tells which one it is. */
async function versionInside(
  system: System,
  root: string,
  names: readonly string[],
): Promise<string | null> {
  if (!names.includes('__init__.py')) return null;
  const text = await system.files.readText(path.join(root, 'version.py'));
  return /^__version__\s*=\s*['"]([^'"]+)/m.exec(text ?? '')?.[1] ?? null;
}

/** _C.so, _C.pyd, _C_hip.so, or with a platform tag between (xformers/_cpp_lib.py). */
function isExtension(name: string): boolean {
  return /^_C(_hip)?\.(.*\.)?(so|pyd)$/.test(name);
}

async function recordNamesExtension(
  system: System,
  distribution: Distribution | null,
): Promise<boolean> {
  if (!distribution) return false;
  const record = await system.files.readText(path.join(distribution.location, 'RECORD'));
  return parseRecord(record ?? '').some(
    (entry) => entry.startsWith('xformers/') && isExtension(path.posix.basename(entry)),
  );
}

function parseMetadata(text: string): z.infer<typeof metadataSchema> | null {
  // Cut short by an interrupted install: then nothing is known of the build.
  return metadataSchema.safeParse(parseJson(text)).data ?? null;
}

/** Written as a number (60100) by some builds and as text by others. */
function hipOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
