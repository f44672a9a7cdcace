import path from 'node:path';
import * as z from 'zod';
import { foundSchema, type Found } from '../../../shared/install.ts';
import { verdictSchema, type Verdict } from '../../../shared/verdict.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { withoutSecrets } from '../redaction/door.ts';

const resultsSchema = z.record(z.string(), z.object({ verdict: verdictSchema, at: z.string() }));
type Results = z.infer<typeof resultsSchema>;

const placesSchema = z.record(z.string(), z.string());
type Places = z.infer<typeof placesSchema>;
/** A crowded machine has some hundred; those of the oldest searches are forgotten first, of this one none. */
const mostPlaces = 2000;

/**
 * What is remembered between starts: what was found, where each id lies, so that an id of
 * yesterday still means something, and how each diagnosis ended. Losing it costs a search.
 */
export async function openMemory(system: System, stateFolder: string) {
  const foundFile = path.join(stateFolder, 'found.json');
  const resultsFile = path.join(stateFolder, 'results.json');
  const placesFile = path.join(stateFolder, 'places.json');
  let places = (await read(system, placesFile, placesSchema)) ?? {};
  const pythonsFile = path.join(stateFolder, 'pythons.json');
  let pythons = (await read(system, pythonsFile, placesSchema)) ?? {};
  let results = (await read(system, resultsFile, resultsSchema)) ?? {};
  return {
    found: withoutSecrets(await read(system, foundFile, foundSchema)),
    lastResults: (): Results => results,
    async keepFound(found: Found): Promise<void> {
      const text = JSON.stringify(withoutSecrets(found));
      await system.files.writeText(foundFile, text).catch(ifUnanswered(undefined));
    },
    /** The folder or program that has this id; null where no search came upon it. */
    placeOf: (id: string): string | null => places[id] ?? null,
    /** Of every search, also of one folder only: each prints ids that people use later. */
    async keepPlaces(found: Pick<Found, 'installs' | 'environments'>): Promise<void> {
      // A key keeps its place when it is set again: what was found now comes first.
      const now = placesOf(found);
      const all = Object.entries({ ...now, ...places, ...now });
      const kept = Math.max(mostPlaces, Object.keys(now).length);
      places = Object.fromEntries(all.slice(0, kept));
      await system.files
        .writeText(placesFile, JSON.stringify(places))
        .catch(ifUnanswered(undefined));
    },
    /** The program that the user chose for an install whose files name none. */
    pythonOf: (id: string): string | null => pythons[id] ?? null,
    async keepPython(id: string, executable: string): Promise<void> {
      pythons = { ...pythons, [id]: executable };
      await system.files
        .writeText(pythonsFile, JSON.stringify(pythons))
        .catch(ifUnanswered(undefined));
    },
    /** null: it was changed, and nobody has looked since. */
    async keepResult(targetId: string, verdict: Verdict | null, at: Date): Promise<void> {
      const { [targetId]: _before, ...others } = results;
      results =
        verdict === null ? others : { ...others, [targetId]: { verdict, at: at.toISOString() } };
      await system.files
        .writeText(resultsFile, JSON.stringify(results))
        .catch(ifUnanswered(undefined));
    },
  };
}

function placesOf({ installs, environments }: Pick<Found, 'installs' | 'environments'>): Places {
  return Object.fromEntries([
    ...environments.map((each) => [each.id, each.executable] as const),
    ...installs.map((each) => [each.id, each.sourceRoot] as const),
  ]);
}

async function read<T extends z.ZodType>(
  system: System,
  file: string,
  schema: T,
): Promise<z.infer<T> | null> {
  const text = await system.files.readText(file).catch(ifUnanswered(null));
  // Of another version, or cut short: as good as none.
  return text === null ? null : (schema.safeParse(parseJson(text)).data ?? null);
}
