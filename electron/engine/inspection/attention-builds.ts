import path from 'node:path';
import * as z from 'zod';
import type { AttentionBuild, Distribution } from '../../../shared/facts.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

const packages = [
  { name: 'flash-attn', folder: 'flash_attn', owners: ['flash-attn'] },
  { name: 'sageattention', folder: 'sageattention', owners: ['sageattention'] },
] as const;

/** PEP 610: where pip took a package from, if it was told an address. */
const directUrlSchema = z.object({ url: z.string() });

/** flash-attn and SageAttention by their files: which wheel, which compiled parts, whether whole. */
export async function readAttentionBuilds(
  system: System,
  sitePackages: readonly string[],
  distributions: readonly Distribution[],
): Promise<AttentionBuild[]> {
  const found = await Promise.all(
    packages.map(async (each): Promise<AttentionBuild[]> => {
      const owner = distributions.find((one) => one.name === each.owners[0]);
      const place = await firstFolder(system, sitePackages, each.folder);
      if (!owner && !place) return [];
      const inside = place?.names ?? [];
      return [
        {
          name: each.name,
          version: owner?.version ?? null,
          wheel: owner ? await wheelOf(system, owner) : null,
          compiled: [
            ...inside.filter(isCompiled),
            ...(owner ? await besidePackage(system, owner, each.folder) : []),
          ],
          importable: inside.includes('__init__.py'),
        },
      ];
    }),
  );
  return found.flat();
}

async function firstFolder(
  system: System,
  sitePackages: readonly string[],
  folder: string,
): Promise<{ names: string[] } | null> {
  for (const each of sitePackages) {
    const entries = await system.files.list(path.join(each, folder)).catch(ifUnanswered(null));
    if (entries) return { names: entries.map((entry) => entry.name) };
  }
  return null;
}

/** flash_attn_2_cuda.cpython-311-x86_64-linux-gnu.so stands beside its package, not in it. */
async function besidePackage(
  system: System,
  owner: Distribution,
  folder: string,
): Promise<string[]> {
  const entries = await system.files.list(path.dirname(owner.location)).catch(ifUnanswered(null));
  return (entries ?? [])
    .map((entry) => entry.name)
    .filter((name) => name.startsWith(`${folder}_`) && isCompiled(name));
}

function isCompiled(name: string): boolean {
  return /\.(so|pyd)$/i.test(name);
}

async function wheelOf(system: System, owner: Distribution): Promise<string | null> {
  const text = await system.files
    .readText(path.join(owner.location, 'direct_url.json'))
    .catch(ifUnanswered(null));
  if (text === null) return null;
  const parsed = directUrlSchema.safeParse(parseJson(text));
  const word = parsed.data?.url.split(/[?#]/)[0]?.split('/').pop() ?? '';
  const name = decoded(word);
  return name.endsWith('.whl') ? name : null;
}

/** Written by another tool, it may not be what decodes: then it stays as it is. */
function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch (thrown) {
    if (thrown instanceof URIError) return word;
    throw thrown;
  }
}
