import path from 'node:path';
import { z } from 'zod';
import { verdictSchema, type Verdict } from '../../shared/verdict.ts';
import { foundSchema, type Found } from '../../shared/install.ts';
import type { System } from './system.ts';

const resultsSchema = z.record(z.string(), z.object({ verdict: verdictSchema, at: z.string() }));
type Results = z.infer<typeof resultsSchema>;

/**
 * What is remembered between starts: what was found, so that an id of yesterday still means
 * something, and how each diagnosis ended. Losing it costs a search.
 */
export async function openMemory(system: System, stateFolder: string) {
  const foundFile = path.join(stateFolder, 'found.json');
  const resultsFile = path.join(stateFolder, 'results.json');
  let results = (await read(system, resultsFile, resultsSchema)) ?? {};
  return {
    found: (await read(system, foundFile, foundSchema)) ?? null,
    lastResults: (): Results => results,
    async keepFound(found: Found): Promise<void> {
      await system.files.writeText(foundFile, JSON.stringify(found)).catch(() => undefined);
    },
    async keepResult(targetId: string, verdict: Verdict, at: Date): Promise<void> {
      results = { ...results, [targetId]: { verdict, at: at.toISOString() } };
      await system.files.writeText(resultsFile, JSON.stringify(results)).catch(() => undefined);
    },
  };
}

async function read<T extends z.ZodType>(
  system: System,
  file: string,
  schema: T,
): Promise<z.infer<T> | null> {
  try {
    const text = await system.files.readText(file);
    return text === null ? null : schema.parse(JSON.parse(text));
  } catch {
    return null; // of another version, or cut short: as good as none
  }
}
