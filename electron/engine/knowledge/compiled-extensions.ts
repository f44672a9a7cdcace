import { z } from 'zod';
import type { TorchBuild } from '../../../shared/facts.ts';
import table from './compiled-extensions.json' with { type: 'json' };
import { vendorOfTorch } from './cuda-family.ts';

const rowSchema = z.object({
  distribution: z.string(),
  folder: z.string(),
  files: z.string(),
  withTorch: z.boolean(),
  for: z.enum(['cuda', 'rocm']).optional(),
  besideFolders: z.array(z.string()).optional(),
  source: z.string(),
});

export type CompiledExtension = {
  distribution: string;
  /** Below site-packages, with `/`; '' is site-packages itself. */
  folder: string;
  file: RegExp;
  /** torch and its libraries are loaded by then. */
  withTorch: boolean;
  besideFolders: readonly string[];
};

const rows = z.object({ about: z.string(), rows: z.array(rowSchema) }).parse(table).rows;

/** The compiled files of these distributions that are loaded beside this torch. */
export function compiledExtensions(
  distributions: readonly string[],
  torch: TorchBuild | null,
): CompiledExtension[] {
  const vendor = torch && vendorOfTorch(torch);
  return rows
    .filter((row) => distributions.includes(row.distribution))
    .filter((row) => row.for === undefined || row.for === vendor)
    .map((row) => ({
      distribution: row.distribution,
      folder: row.folder,
      file: new RegExp(row.files.replace('{cuda}', (torch?.cuda ?? '').replace('.', '')), 'i'),
      withTorch: row.withTorch,
      besideFolders: row.besideFolders ?? [],
    }));
}
