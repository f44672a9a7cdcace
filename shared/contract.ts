import * as z from 'zod';
import { goalSchema } from './goal.ts';
import { sessionSchema } from './session.ts';
import { platformSchema } from './facts.ts';
import { historySchema } from './history.ts';
import { mirrorsSchema } from './mirrors.ts';
import { linkIds } from './links.ts';
import { bundlePartNames, bundlePartSchema } from './bundle.ts';
import { crashSchema } from './crash.ts';
import { savedStateSchema } from './report.ts';
import { tablesEditionSchema } from './tables-edition.ts';
import { languageSchema } from './languages.ts';
import { problemSchema } from './problem.ts';
import { settingsSchema } from './settings.ts';
import { updateAnswerSchema } from './updates.ts';

export { type Language } from './languages.ts';
export { type Settings } from './settings.ts';

/** How much of a log goes over in one call: as base64 it is exactly 512 KiB. */
export const logChunkBytes = 384 * 1024;
const longestChunk = 512 * 1024;

/** One long job. The renderer sends ids and choices: never a path, a command or an address. */
export const startRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('find'),
    folderId: z.string().optional(),
    /** Reads the files of every install that is found and says what they tell. */
    glances: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('diagnose'),
    targetId: z.string(),
    /** Starts no Python. */
    static: z.boolean().optional(),
    /** “Start this Python”: the user was told why we ask (`consent-needed`) and agrees. */
    consent: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('plan'),
    targetId: z.string(),
    goal: goalSchema,
    /** The id of a mirror, or `none`; the setting decides, if left out. */
    mirror: z.string().max(40).optional(),
    /** A wheel file of the user's, by the id that `pickWheel` or `listFolders` gave it. */
    wheelId: z.string().max(80).optional(),
  }),
  z.strictObject({ kind: z.literal('fix'), planId: z.string() }),
  /** Carries a plan out beside its environment, which stays as it is. */
  z.strictObject({ kind: z.literal('trial'), planId: z.string() }),
  z.strictObject({
    kind: z.literal('verify'),
    targetId: z.string(),
    /** Times every attention that computes, on a graphics card: up to half a minute more. */
    benchmark: z.literal(true).optional(),
    /** A workflow of the user's that was handed over as `openLog` says; it runs in their ComfyUI. */
    workflowId: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('rollback'),
    targetId: z.string(),
    /** The newest that was not put back yet, if left out. */
    snapshotId: z.string().optional(),
    /**
     * `put-back`, if left out. `forget` lets go of the saved state and of later ones, and changes
     * nothing. `interrupted` brings what was interrupted to an end, in the way that loses nothing.
     */
    how: z.enum(['put-back', 'forget', 'interrupted']).optional(),
  }),
  z.strictObject({
    kind: z.literal('bundle'),
    targetId: z.string(),
    /** Of the page in it that is read; English, if left out. */
    language: languageSchema.optional(),
    /** What the user takes out. */
    without: z.array(bundlePartSchema).max(bundlePartNames.length).optional(),
  }),
  z.strictObject({
    kind: z.literal('protect'),
    targetId: z.string(),
    /** The plans show what would be written or taken out, and change nothing. */
    how: z.enum(['plan', 'on', 'plan-off', 'off']),
    /** The plan that was shown; refused as `plan-outdated` where it is another one by now. */
    planId: z.string().optional(),
  }),
  /** What differs between two; files alone are looked at. */
  z.strictObject({ kind: z.literal('compare'), targetId: z.string(), otherId: z.string() }),
  z.strictObject({
    kind: z.literal('log'),
    logId: z.string(),
    /** What was seen of this one in its last diagnosis is judged together with the log. */
    targetId: z.string().optional(),
  }),
]);
export type StartRequest = z.infer<typeof startRequestSchema>;

export const stateSchema = z.object({
  app: z.object({
    version: z.string(),
    host: z.enum(['desktop', 'web', 'cli']),
    platform: platformSchema,
    /** A native folder dialog is there; else the wizard walks folders with listFolders. */
    canPickFolder: z.boolean(),
    /** What the app is made of, for reading: Electron, Chromium, Node. */
    parts: z.array(z.object({ name: z.string(), version: z.string() })),
    /** Where settings, saved states and logs lie, for reading only. */
    stateFolder: z.string(),
    /** How it broke off before; null or left out where it did not. */
    crash: crashSchema.nullable().optional(),
  }),
  settings: settingsSchema,
  /** The settings file could not be read as it was. */
  settingsProblem: problemSchema.nullable(),
  session: sessionSchema,
});
export type AppState = z.infer<typeof stateSchema>;

const folderSchema = z.object({ folderId: z.string(), name: z.string() });
export const folderListSchema = z.object({
  folder: folderSchema,
  /** For reading only. */
  path: z.string(),
  parentId: z.string().nullable(),
  children: z.array(folderSchema),
  /** The wheel files in it, where they were asked for. */
  wheels: z.array(z.object({ wheelId: z.string(), name: z.string() })).optional(),
});
export type FolderList = z.infer<typeof folderListSchema>;

/** The method table: the one place where a call between renderer and engine is described. */
export const contract = {
  getState: { params: z.strictObject({}), result: stateSchema },
  /** Answers at once; the end is known only from the event stream. */
  start: { params: startRequestSchema, result: z.object({ operationId: z.string() }) },
  cancel: {
    params: z.strictObject({ operationId: z.string() }),
    /** False: it had ended already. */
    result: z.object({ cancelling: z.boolean() }),
  },
  /** The home folder if no id is given. */
  listFolders: {
    params: z.strictObject({
      folderId: z.string().optional(),
      wheels: z.literal(true).optional(),
    }),
    result: folderListSchema,
  },
  /** null: the user closed the dialog. */
  pickFolder: { params: z.strictObject({}), result: z.object({ folderId: z.string().nullable() }) },
  /** The same for a wheel file. */
  pickWheel: { params: z.strictObject({}), result: z.object({ wheelId: z.string().nullable() }) },
  /**
   * Begins to hand over a log, of any size, in pieces; another that was begun is dropped. So is a
   * workflow handed over, or a picture that carries one.
   */
  openLog: {
    params: z.strictObject({
      /** The file's own name, for reading only; null where text was pasted. */
      name: z.string().max(300).nullable(),
      holds: z.literal('workflow').optional(),
    }),
    result: z.object({ logId: z.string() }),
  },
  addToLog: {
    params: z.strictObject({
      logId: z.string(),
      /** How many bytes came before: a piece that is late or comes twice is refused. */
      offset: z.number().int().nonnegative(),
      chunk: z.base64().max(longestChunk),
    }),
    /** How many bytes are there now. */
    result: z.object({ bytes: z.number().int() }),
  },
  saveBundle: {
    params: z.strictObject({ bundleId: z.string() }),
    result: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), fileName: z.string() }),
      /** The browser downloads it from this address of our own host. */
      z.object({ kind: z.literal('download'), path: z.string() }),
      z.object({ kind: z.literal('closed') }),
    ]),
  },
  /** Shows a bundle that was saved in the folder where it lies; only where the host has one. */
  showBundle: { params: z.strictObject({ bundleId: z.string() }), result: z.object({}) },
  /** What can be downloaded from instead; tries the one that is named, and no other. */
  mirrors: {
    params: z.strictObject({ mirrorId: z.string().max(40).optional() }),
    result: mirrorsSchema,
  },
  /** Which tables count. */
  tables: { params: z.strictObject({}), result: tablesEditionSchema },
  /** Asks for newer ones at the address that is set, and lets them count where they are signed. */
  renewTables: { params: z.strictObject({}), result: tablesEditionSchema },
  /** What happened to the environment of a target; looks at files alone, and starts nothing. */
  history: { params: z.strictObject({ targetId: z.string() }), result: historySchema },
  /** The saved states of every install, newest first. */
  savedStates: { params: z.strictObject({}), result: z.array(savedStateSchema) },
  /** The programs that use the Python of this target now, read at this moment. */
  inUse: {
    params: z.strictObject({ targetId: z.string() }),
    result: z.object({
      programs: z.array(z.object({ pid: z.number().int(), program: z.string() })),
    }),
  },
  /** This ComfyUI is started with the Python of that environment: no file says it. */
  choosePython: {
    params: z.strictObject({ targetId: z.string(), environmentId: z.string() }),
    result: z.object({}),
  },
  openLink: {
    params: z.strictObject({ linkId: z.enum(linkIds) }),
    /** The web host answers with the address, because the browser has to open it. */
    result: z.object({ url: z.string().nullable() }),
  },
  saveSettings: { params: settingsSchema.strict(), result: settingsSchema },
  /** Whether there is a newer version; asks the network only where the user has switched it on. */
  updates: { params: z.strictObject({}), result: updateAnswerSchema },
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export const methods = Object.keys(contract).filter(isMethod);
export function isMethod(name: unknown): name is Method {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
export type Params<M extends Method> = z.infer<Contract[M]['params']>;
export type MethodResult<M extends Method> = z.infer<Contract[M]['result']>;
export type Handlers = { [M in Method]: (params: Params<M>) => Promise<MethodResult<M>> };
