import * as z from 'zod';
import { installKindSchema } from '../../../shared/install.ts';
import { signatureIdSchema } from '../../../shared/said.ts';
import { liveRows } from './live-tables.ts';

/** The programs that people run attention in; what is written about each stands in programs.json. */
export const programIds = [
  'colab',
  'kaggle',
  'runpod',
  'docker',
  'stability_matrix',
  'pinokio',
  'swarmui',
  'krita',
  'easy_install',
  'aki',
  'desktop_v2',
  'desktop_v1',
  'invokeai',
  'musubi',
  'kohya',
  'onetrainer',
  'ai_toolkit',
  'wan2gp',
  'framepack',
  'fooocus',
  'sdnext',
  'forge',
  'a1111',
  'portable',
  'comfy_cli',
  'comfyui',
] as const;
export type ProgramId = (typeof programIds)[number];

/** What knows flags and settings of its own. A host such as Stability Matrix runs one of them. */
export const engineIds = [
  'comfyui',
  'a1111',
  'forge',
  'sdnext',
  'invokeai',
  'kohya',
  'musubi',
  'onetrainer',
  'ai_toolkit',
  'wan2gp',
  'framepack',
  'fooocus',
] as const;
export type EngineId = (typeof engineIds)[number];

/** What a folder is called where nobody says its path. */
export const folderKinds = [
  'portable',
  'aki',
  'comfyui',
  'desktop',
  'desktop2',
  'package',
  'pinokio',
  'swarm',
  'server',
  'webui',
  'invoke',
  'program',
] as const;
export type FolderKind = (typeof folderKinds)[number];

const wordsSchema = z
  .object({ python: z.string(), arguments: z.array(z.string()), uv: z.string().nullable() })
  .nullable();
const programSchema = z.object({
  id: z.enum(programIds),
  name: z.string().min(1),
  engine: z.enum(engineIds).nullable(),
  folder: z.enum(folderKinds).nullable(),
  hosted: z.enum(['notebook', 'rented', 'container']).nullable(),
  python: z.object({ windows: wordsSchema, unix: wordsSchema }),
  installKinds: z.array(installKindSchema),
  /** In what its owner calls it; a regular expression, without regard to case. */
  stated: z.string().min(1),
  /** The message that gives it away in a log. */
  signature: signatureIdSchema,
  source: z.string().min(1),
});
export type ProgramRow = z.infer<typeof programSchema>;

export const settingNames = [
  'pytorch',
  'xformers',
  'sage',
  'flash',
  'comfy_kitchen',
  'processor',
  'plain_memory',
  'nan_unet',
  'nan_vae',
] as const;
export type SettingName = (typeof settingNames)[number];
const settingSchema = z.object({
  engine: z.enum(engineIds),
  setting: z.enum(settingNames),
  words: z.string().min(1).nullable(),
  also: z.array(z.string().min(1)),
  proof: z.string().min(1),
  source: z.string().min(1),
});
export type SettingRow = z.infer<typeof settingSchema>;

const widgetSchema = z.object({
  node: z.string().min(1),
  pack: z.string().min(1),
  widget: z.string().min(1),
  value: z.string().min(1),
  source: z.string().min(1),
});
export type WidgetRow = z.infer<typeof widgetSchema>;

export const programRows = liveRows('programs', programSchema);
const settingRows = liveRows('attention-settings', settingSchema);
export const widgetRows = liveRows('attention-widgets', widgetSchema);

/** What is written for a setting in a program; null where it has no such setting, or none that is known. */
export function settingOf(engine: EngineId | null, setting: SettingName): SettingRow | null {
  return settingRows.find((row) => row.engine === engine && row.setting === setting) ?? null;
}
