import * as z from 'zod';
import { liveTable } from './live-tables.ts';

const source = z.string().min(1);
const needs = liveTable(
  'build-needs',
  z.object({
    memoryPerJob: z.object({ gib: z.number(), source }),
    coresPerJob: z.object({ cores: z.number(), source }),
    setuptoolsWithWheel: z.object({ version: z.string(), source }),
    disk: z.object({ gib: z.number(), source }),
  }),
);

const gib = 1024 ** 3;

/** From this setuptools on the package `wheel` is not needed beside it. */
export const setuptoolsWithWheel = (): string => needs().setuptoolsWithWheel.version;
/** Bytes that a build leaves on the disk of its folder. */
export const buildDiskBytes = (): number => needs().disk.gib * gib;
/** Bytes of memory that one job may take at its peak. */
export const buildJobBytes = (): number => needs().memoryPerJob.gib * gib;

/** How many files may be compiled at a time; 0 where the memory is not enough for one. */
export function buildJobs(freeMemoryBytes: number, processors: number): number {
  const byMemory = Math.floor(freeMemoryBytes / buildJobBytes());
  return Math.min(byMemory, Math.max(1, Math.floor(processors / needs().coresPerJob.cores)));
}
