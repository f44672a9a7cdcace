import * as z from 'zod';
import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

const measuredSchema = z.object({ bytes: z.number().positive(), seconds: z.number().positive() });
const speedsSchema = z.object({ downloads: z.array(measuredSchema) });
/** Of these the next one is expected; a line of last year says nothing. */
const kept = 5;
/** Bytes: what is over in a moment measures the server and not the line. */
const smallest = 1_000_000;

export type MeasuredDownload = z.infer<typeof measuredSchema>;

/** Remembers how fast a download was. Losing it costs an estimate. */
export async function keepDownload(
  system: System,
  file: string,
  measured: MeasuredDownload,
): Promise<void> {
  if (measured.bytes < smallest || measured.seconds <= 0) return;
  const downloads = [...(await downloadsIn(system, file)), measured].slice(-kept);
  await system.files
    .writeText(file, JSON.stringify({ downloads }), { lazy: true })
    .catch(ifUnanswered(undefined));
}

/** Bytes a second, over the last downloads together; null where none was measured. */
export async function downloadSpeed(system: System, file: string): Promise<number | null> {
  const downloads = await downloadsIn(system, file);
  const sum = (of: (each: MeasuredDownload) => number): number =>
    downloads.reduce((all, each) => all + of(each), 0);
  return downloads.length === 0 ? null : sum(({ bytes }) => bytes) / sum(({ seconds }) => seconds);
}

async function downloadsIn(system: System, file: string): Promise<MeasuredDownload[]> {
  const text = await system.files.readText(file).catch(ifUnanswered(null));
  return text === null ? [] : (speedsSchema.safeParse(parseJson(text)).data?.downloads ?? []);
}
