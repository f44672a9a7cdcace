import * as z from 'zod';
import { settingsSchema, type Settings } from '../../../shared/contract.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

const storedSchema = settingsSchema.extend({
  /** Folders that the user added: searched again at every start. */
  folders: z.array(z.string()),
  /** Where newer tables are asked for: never the page's to say. Left out: where the app asks. */
  tablesAddress: z.string().nullable().optional(),
});
type Stored = z.infer<typeof storedSchema>;
const initial: Stored = { language: null, theme: 'system', folders: [] };

/** The settings file. One that cannot be read is as good as none: it holds nothing that matters. */
export async function openSettings(system: System, file: string) {
  let stored = await read(system, file);
  async function write(next: Stored): Promise<void> {
    stored = next;
    await system.files.writeText(file, `${JSON.stringify(next, null, 2)}\n`);
  }
  return {
    get: (): Settings => ({
      language: stored.language,
      theme: stored.theme,
      ...(stored.mirror == null ? {} : { mirror: stored.mirror }),
    }),
    folders: (): readonly string[] => stored.folders,
    save: (settings: Settings): Promise<void> => write({ ...stored, ...settings }),
    tablesAddress: (): string | null | undefined => stored.tablesAddress,
    keepTablesAddress: (address: string | null): Promise<void> =>
      write({ ...stored, tablesAddress: address }),
    addFolder: async (folder: string): Promise<void> => {
      if (!stored.folders.includes(folder))
        await write({ ...stored, folders: [...stored.folders, folder] });
    },
  };
}

async function read(system: System, file: string): Promise<Stored> {
  const text = await system.files.readText(file).catch(ifUnanswered(null));
  if (text === null) return initial;
  const stored = storedSchema.safeParse({ ...initial, ...Object(parseJson(text)) });
  return stored.data ?? initial;
}
