import path from 'node:path';
import * as z from 'zod';
import type { Problem } from '../../../shared/problem.ts';
import { settingsSchema, usualSavedSpace, type Settings } from '../../../shared/settings.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { withoutSecrets } from '../redaction/door.ts';

const storedSchema = settingsSchema.extend({
  /** Folders that the user added: searched again at every start. */
  folders: z.array(z.string()),
  /** Where newer tables are asked for: never the page's to say. Left out: where the app asks. */
  tablesAddress: z.string().nullable().optional(),
});
type Stored = z.infer<typeof storedSchema>;
const initial: Stored = { language: null, theme: 'system', folders: [] };

export type ReadSettings = {
  settings: Stored;
  /** Names of what was not understood: it counts as not set. */
  bad: string[];
  /** What a newer version wrote: kept as it stands. */
  others: Record<string, unknown>;
  /** null: there is no file. */
  text: string | null;
};

/** The settings as they lie on the disk; changes nothing. `text` with no JSON in it has `bad` “*”. */
export async function readSettings(system: System, file: string): Promise<ReadSettings> {
  const text = await system.files.readText(file).catch(ifUnanswered(null));
  const none = { settings: initial, bad: [], others: {}, text };
  if (text === null) return none;
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ...none, bad: ['*'] };
  const bad: string[] = [];
  const others: Record<string, unknown> = {};
  const good: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const schema = Object.hasOwn(storedSchema.shape, name) ? fieldOf(name) : null;
    if (!schema) others[name] = each;
    else if (schema.safeParse(each).success) good[name] = each;
    else bad.push(name);
  }
  return { settings: storedSchema.parse({ ...initial, ...good }), bad, others, text };
}

function fieldOf(name: string): z.ZodType | null {
  return Object.entries(storedSchema.shape).find(([each]) => each === name)?.[1] ?? null;
}

/**
 * The one file of settings: the window, the browser and the command line go by it. A damaged one is
 * set aside and told, and what was set holds no longer; of one that is damaged in part the rest does.
 */
export async function openSettings(system: System, file: string) {
  const read = await readSettings(system, file);
  let stored = read.settings;
  let mustSetAside = read.bad.length > 0 && read.text !== null;
  let problem = await tell();

  async function tell(): Promise<Problem | null> {
    if (read.bad.length === 0) return null;
    const names = read.bad.join(', ');
    if (names !== '*') return { code: 'settings-misread', params: { path: file, names } };
    const aside = await setAside();
    return { code: 'settings-damaged', params: { path: file, aside: aside ?? '-' } };
  }

  /** Copies what stands there to a name that is free; null where that cannot be written. */
  async function setAside(): Promise<string | null> {
    const bytes = mustSetAside ? await system.files.readBytes(file) : null;
    if (bytes === null) return null;
    for (let count = 1; count < 100; count += 1) {
      const aside = path.join(path.dirname(file), `settings-damaged-${count}.json`);
      const made = await system.files
        .createExclusive(aside, '', 'private')
        .catch(ifUnanswered(null));
      if (made === null) return null;
      if (!made) continue;
      // As bytes: what is no text may still be somebody's.
      const written = await system.files
        .writeBytes(aside, bytes, 'private')
        .then(() => true)
        .catch(ifUnanswered(false));
      if (!written) return null;
      mustSetAside = false;
      if (read.bad.includes('*')) await system.files.remove(file).catch(ifUnanswered(undefined));
      return aside;
    }
    return null;
  }

  async function write(next: Stored): Promise<void> {
    await setAside();
    await system.files.writeText(file, `${JSON.stringify({ ...read.others, ...next }, null, 2)}\n`);
    stored = next;
  }

  return {
    problem: (): Problem | null => problem,
    get: (): Settings => {
      const { folders: _folders, tablesAddress: _address, ...settings } = stored;
      return settings;
    },
    folders: (): readonly string[] => stored.folders,
    /** Null takes a setting back; what is left out stays. A proxy without its password stays, too. */
    async save({ proxy, ...settings }: Settings): Promise<void> {
      const same = proxy === undefined || proxy === withoutSecrets(stored.proxy);
      await write({ ...stored, ...settings, ...(same ? {} : { proxy }) });
      problem = null;
    },
    tablesAddress: (): string | null | undefined => stored.tablesAddress,
    keepTablesAddress: (address: string | null): Promise<void> =>
      write({ ...stored, tablesAddress: address }),
    addFolder: async (folder: string): Promise<void> => {
      if (!stored.folders.includes(folder))
        await write({ ...stored, folders: [...stored.folders, folder] });
    },
    /** What every question to the network has to heed. */
    network: (): Network => ({ proxy: stored.proxy ?? null, offline: stored.offline ?? false }),
    /** Bytes that the saved states of one environment may take. */
    savedBytes: (): number => (stored.savedSpace ?? usualSavedSpace) * 1024 ** 3,
  };
}

type Network = ReturnType<NonNullable<System['network']>>;
