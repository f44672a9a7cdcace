import * as z from 'zod';
import type { ExtensionAnswer } from '../../../shared/extensions.ts';
import type { TorchBuild } from '../../../shared/facts.ts';
import { causes, type Cause } from '../../../shared/taxonomy.ts';
import { vendorOfTorch } from './cuda-family.ts';
import { liveRows } from './live-tables.ts';

const rowSchema = z.object({
  distribution: z.string(),
  folder: z.string(),
  files: z.string(),
  withTorch: z.boolean(),
  for: z.enum(['cuda', 'rocm']).optional(),
  besideFolders: z.array(z.string()).optional(),
  cause: z.enum(causes).optional(),
  source: z.string(),
});

type Row = z.infer<typeof rowSchema>;

export type CompiledExtension = {
  distribution: string;
  /** Below site-packages, with `/`; '' is site-packages itself. */
  folder: string;
  file: RegExp;
  /** torch and its libraries are loaded by then. */
  withTorch: boolean;
  besideFolders: readonly string[];
};

const rows = liveRows('compiled-extensions', rowSchema);

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
      file: fileOf(row.files, torch),
      withTorch: row.withTorch,
      besideFolders: row.besideFolders ?? [],
    }));
}

/** What it is where this file does not load; null where nothing in ComfyUI's attention stops. */
export function causeOfExtension({ distribution, file }: ExtensionAnswer): Cause | null {
  return rowOf(distribution, file)?.cause ?? null;
}

/** Whether this file of a package, by its place below site-packages, is one that is loaded. */
export function isFileOfExtension(distribution: string, file: string): boolean {
  return rowOf(distribution, file) !== undefined;
}

function rowOf(distribution: string, file: string): Row | undefined {
  const at = file.lastIndexOf('/');
  const [folder, name] = [file.slice(0, Math.max(at, 0)), file.slice(at + 1)];
  return rows.find(
    (each) =>
      each.distribution === distribution &&
      each.folder === folder &&
      fileOf(each.files, null).test(name),
  );
}

function fileOf(files: string, torch: TorchBuild | null): RegExp {
  const cuda = torch === null ? '\\d*' : (torch.cuda ?? '').replace('.', '');
  return new RegExp(files.replace('{cuda}', cuda), 'i');
}
