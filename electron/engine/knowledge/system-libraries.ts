import * as z from 'zod';
import { liveTable } from './live-tables.ts';

const systemSchema = z.object({
  system: z.array(z.string()),
  driver: z.array(z.string()),
  runtime: z.array(z.string()),
  packages: z.array(z.string()),
  source: z.string(),
});
const tables = liveTable(
  'system-libraries',
  z.object({ about: z.string(), linux: systemSchema, win32: systemSchema }),
);

const kinds = ['system', 'driver', 'runtime', 'packages'] as const;

/** Who brings a library that an environment does not hold; null where nobody is known for it. */
export function bringerOf(
  platform: 'linux' | 'win32',
  library: string,
): (typeof kinds)[number] | null {
  const name = library.toLowerCase();
  const isOne = (each: string): boolean =>
    each.endsWith('*') ? name.startsWith(each.slice(0, -1)) : name === each;
  return kinds.find((kind) => tables()[platform][kind].some(isOne)) ?? null;
}
