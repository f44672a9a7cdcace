import * as z from 'zod';
import administratorGroups from './administrator-groups.json' with { type: 'json' };
import fileSystems from './file-systems.json' with { type: 'json' };
import programPlaces from './program-places.json' with { type: 'json' };

/** The tables of where programs lie and whose they are; each row has its source. */
const platforms = z.array(z.enum(['win32', 'linux', 'darwin'])).min(1);
const source = z.string().min(1);

const fileSystemSchema = z.object({
  types: z.array(z.string()).min(1),
  modes: z.enum(['kept', 'made-up']),
  source,
});
const programPlaceSchema = z.object({
  platforms,
  kind: z.enum(['shared', 'home', 'drive', 'system', 'tool', 'container', 'temporary']),
  paths: z.array(z.string()).min(1),
  source,
});
export type PlaceKind = z.infer<typeof programPlaceSchema>['kind'];
const administratorGroupSchema = z.object({ platforms, group: z.number().int(), source });

export const remoteFileSystemRows = z.array(fileSystemSchema).parse(fileSystems.rows);
export const programPlaceRows = z.array(programPlaceSchema).parse(programPlaces.rows);
export const administratorGroupRows = z
  .array(administratorGroupSchema)
  .parse(administratorGroups.rows);
