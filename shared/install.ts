import * as z from 'zod';
import { messageRefSchema } from './messages/message-ref.ts';
import { problemSchema } from './problem.ts';
import { sinceProvedSchema } from './history.ts';
import { causes } from './taxonomy.ts';
import { verdictSchema } from './verdict.ts';

/** Each has a locator of its own in electron/engine/discovery/locators; `--json` prints these names. */
export const installKinds = [
  'windows_portable',
  'git_clone',
  'desktop_v1',
  'desktop_v2_standalone',
  'desktop_v2_adopted_v1',
  'stability_matrix',
  'pinokio',
  'comfy_cli',
  'easy_install',
  'aki',
  'krita_ai',
  'swarmui',
  'docker_yanwk',
  'docker_mmartial',
  'runpod_base',
  'runpod_worker',
  'vast',
  'colab',
  'wsl',
  'a1111_family',
  'systemd_or_supervisor',
] as const;
export const installKindSchema = z.enum(installKinds);
export type InstallKind = z.infer<typeof installKindSchema>;

export const environmentKinds = [
  'venv',
  'virtualenv',
  'uv',
  'conda',
  'embedded',
  'system',
  'pyenv',
  'pixi',
  'uv_managed',
  'homebrew',
  'store',
  'python_org',
  'xcode',
  'winpython',
  'unknown',
] as const;
export const environmentKindSchema = z.enum(environmentKinds);
export type EnvironmentKind = z.infer<typeof environmentKindSchema>;

/** A Python with its packages: what pip would change. */
export const environmentSchema = z.object({
  id: z.string(),
  executable: z.string(),
  /** From files (pyvenv.cfg and the like); null where no file says it. */
  version: z.string().nullable(),
  kind: environmentKindSchema,
  environmentRoot: z.string(),
  problems: z.array(problemSchema),
  /** At a glance, from files: torch with its local tag, and xFormers; null where not installed. */
  packages: z.object({ torch: z.string().nullable(), xformers: z.string().nullable() }).optional(),
});
export type Environment = z.infer<typeof environmentSchema>;

const installPythonSchema = z.object({
  executable: z.string(),
  version: z.string().nullable(),
  environmentRoot: z.string(),
  /** False where this machine cannot start it: dangling, or built for another platform. */
  runnable: z.boolean(),
});

/** Whose settings files hold launch flags; where in them stands in knowledge/launch-settings.json. */
export const launchSettingsIds = [
  'desktop_v1',
  'desktop_v2',
  'stability_matrix',
  'krita',
  'swarmui',
  'comfy_cli',
  'runpod_base',
  'webui',
] as const;
export type LaunchSettingsId = (typeof launchSettingsIds)[number];
/** `entry`: which of several records in the file is this install's; null where it has but one. */
export const launchSettingsSchema = z.object({
  id: z.enum(launchSettingsIds),
  entry: z.string().nullable(),
});
export type LaunchSettings = z.infer<typeof launchSettingsSchema>;

export const launcherSchema = z.object({
  path: z.string(),
  flags: z.array(z.string()),
  /** Only of the settings of a program: a start script needs none. */
  settings: launchSettingsSchema.optional(),
});
export type Launcher = z.infer<typeof launcherSchema>;

/** A ComfyUI (or relative) with its four separate paths, never assumed equal. */
export const installSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: installKindSchema,
  sourceRoot: z.string(),
  dataRoot: z.string(),
  userDir: z.string(),
  python: installPythonSchema.nullable(),
  comfyui: z.object({ version: z.string() }).nullable(),
  launchers: z.array(launcherSchema),
  running: z.boolean(),
  /** The process that runs it now, and what it answers to /system_stats. */
  process: z
    .object({
      pid: z.number().int(),
      port: z.number().int(),
      stats: z
        .object({ comfyuiVersion: z.string().nullable(), pytorchVersion: z.string().nullable() })
        .nullable(),
    })
    .optional(),
  /** At a glance, of the Python it uses. */
  packages: z.object({ torch: z.string().nullable(), xformers: z.string().nullable() }).optional(),
  problems: z.array(problemSchema),
});
export type Install = z.infer<typeof installSchema>;

/** What a look at the files of an install comes to; no Python is started for it. */
export const glanceSchema = z.object({
  verdict: verdictSchema,
  /** The root cause of a fault; null where nothing is wrong with attention, or nothing is known. */
  cause: z.enum(causes).nullable(),
  /** The verdict as one sentence; where it could not be read, why. */
  headline: messageRefSchema,
  /** ISO 8601, UTC. */
  at: z.string(),
  /** When this ComfyUI last wrote its own log, where it keeps one. */
  usedAt: z.string().nullable(),
});
export type Glance = z.infer<typeof glanceSchema>;

export const foundSchema = z.object({
  installs: z.array(installSchema),
  environments: z.array(environmentSchema),
  elapsedMs: z.number(),
  /** How the last diagnosis of a target ended, by its id. */
  lastResults: z
    .record(z.string(), z.object({ verdict: verdictSchema, at: z.string() }))
    .optional(),
  /** Of targets where what was proved is no longer so, by their ids. */
  drifted: z.record(z.string(), sinceProvedSchema).optional(),
  /** What files tell of each install, by its id; filled in as it comes. */
  glances: z.record(z.string(), glanceSchema).optional(),
});
export type Found = z.infer<typeof foundSchema>;
