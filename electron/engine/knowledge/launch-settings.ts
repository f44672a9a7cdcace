import * as z from 'zod';
import { launchSettingsIds, type LaunchSettingsId } from '../../../shared/install.ts';
import table from './launch-settings.json' with { type: 'json' };

const rowSchema = z.object({
  id: z.enum(launchSettingsIds),
  /** As people call it. */
  program: z.string().min(1),
  files: z.array(z.string().min(1)).min(1),
  form: z.enum(['line', 'options', 'named-options', 'ini', 'frenetic', 'variable', 'arguments']),
  list: z.array(z.string()).nullable(),
  keys: z.array(z.string()),
  at: z.string(),
  processes: z.array(z.string().min(1)),
  source: z.string().min(1),
});
export type LaunchSettingsRow = z.infer<typeof rowSchema>;

const rows = z.array(rowSchema).parse(table.rows);
/** Of two that fit a path the longer ending says more. */
const endings = rows
  .flatMap((row) => row.files.map((file) => ({ row, file: `/${file.toLowerCase()}` })))
  .sort((one, other) => other.file.length - one.file.length);

/** Where a program keeps the flags that it starts with; a program without a row does not start. */
export function launchSettingsOf(id: LaunchSettingsId): LaunchSettingsRow {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error(`launch-settings.json has no row for ${id}`);
  return row;
}

/** Whose settings a file is by its path, in either kind of slashes; null: of no program that we edit. */
export function launchSettingsAt(file: string): LaunchSettingsRow | null {
  const path = file.replaceAll('\\', '/').toLowerCase();
  return endings.find((each) => path.endsWith(each.file))?.row ?? null;
}
