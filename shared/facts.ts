import * as z from 'zod';
import { buildToolsSchema } from './build-tools.ts';
import { problemSchema, type Problem } from './problem.ts';
import { conflictFields } from './conflict.ts';
import { environmentKindSchema, launcherSchema, launchSettingsSchema } from './install.ts';
import { messageRefSchema } from './messages/message-ref.ts';
import { backendSchema } from './verification.ts';
import { saidSchema } from './said.ts';
import { extensionAnswerSchema } from './extensions.ts';

/** How a fact was seen: `log` is a text that was given to us, `report` what its owner says. */
export const howSchema = z.enum(['file', 'probe', 'http', 'driver', 'log', 'report']);
export type How = z.infer<typeof howSchema>;

/** What was seen, or that it is not there, or why it could not be seen. */
function factSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('known'), value, how: howSchema, source: z.string().optional() }),
    z.object({ state: z.literal('absent'), how: howSchema }),
    z.object({ state: z.literal('unknown'), problem: problemSchema.optional() }),
  ]);
}
export type Fact<T> =
  | { state: 'known'; value: T; how: How; source?: string | undefined }
  | { state: 'absent'; how: How }
  | { state: 'unknown'; problem?: Problem | undefined };

export function known<T>(value: T, how: How, source?: string): Fact<T> {
  return source === undefined
    ? { state: 'known', value, how }
    : { state: 'known', value, how, source };
}
export function absent(how: How): { state: 'absent'; how: How } {
  return { state: 'absent', how };
}
export function unknown(problem?: Problem): { state: 'unknown'; problem?: Problem } {
  return problem ? { state: 'unknown', problem } : { state: 'unknown' };
}
/** The value of a known fact, else null. */
export function valueOf<T>(fact: Fact<T>): T | null {
  return fact.state === 'known' ? fact.value : null;
}

export const platformSchema = z.enum(['win32', 'linux', 'darwin']);
export type Platform = z.infer<typeof platformSchema>;

export const distributionSchema = z.object({
  /** Normalised as PEP 503 says: lower case, runs of -_. become one dash. */
  name: z.string(),
  version: z.string(),
  /** The dist-info or egg-info folder. */
  location: z.string(),
  hasRecord: z.boolean(),
  /** The version with what it was built for, where only the package's own files say it. */
  build: z.string().optional(),
});
export type Distribution = z.infer<typeof distributionSchema>;

const interpreterFactsSchema = z.object({
  executable: z.string(),
  version: z.string().nullable(),
  kind: environmentKindSchema,
  environmentRoot: z.string(),
  sitePackages: z.array(z.string()),
  /** Where pip puts pure and compiled packages. */
  writable: z.boolean(),
  externallyManaged: z.boolean(),
  pip: z.string().nullable(),
  /** What is wrong with the environment itself, as files show: its Python is gone, it was moved. */
  problems: z.array(problemSchema).optional(),
});

/** torch/version.py: `cuda`, `hip` and `xpu` are what it was compiled for; all null is a CPU build. */
export const torchBuildSchema = z.object({
  version: z.string(),
  cuda: z.string().nullable(),
  hip: z.string().nullable(),
  xpu: z.string().nullable(),
  /** The names of its module `_C`, which tell the Python that it was compiled for. */
  compiled: z.array(z.string()).optional(),
});
export type TorchBuild = z.infer<typeof torchBuildSchema>;

/** xformers/cpp_lib.json. `builtForTorch` carries the local tag, which tells the CUDA family. */
export const xformersBuildSchema = z.object({
  version: z.string(),
  builtForTorch: z.string().nullable(),
  builtForPython: z.string().nullable(),
  /** The NVCC version as xFormers writes it (1208 = 12.8), not torch's CUDA family. */
  nvcc: z.number().nullable(),
  hip: z.string().nullable(),
  /** cpp_lib.json says that neither CUDA nor ROCm was there when it was compiled. */
  withoutGpu: z.boolean().optional(),
  hasExtensionFile: z.boolean(),
  /** Its own code or its RECORD wants the compiled part, or nothing says what was built at all. */
  extensionExpected: z.boolean(),
  extensionSource: z.string().nullable(),
});
export type XformersBuild = z.infer<typeof xformersBuildSchema>;

export const gpuSchema = z.object({
  vendor: z.enum(['nvidia', 'amd', 'intel', 'apple', 'other']),
  name: z.string(),
  /** As "8.9". */
  computeCapability: z.string().nullable(),
  memoryMiB: z.number().nullable(),
});
export type Gpu = z.infer<typeof gpuSchema>;

const operatorSchema = z.object({
  name: z.string(),
  available: z.boolean(),
});

/** What a fresh Python process of the environment said about itself. */
export const liveFactsSchema = z.object({
  pythonVersion: z.string(),
  executable: z.string(),
  torch: z
    .object({
      version: z.string().nullable(),
      cuda: z.string().nullable(),
      cudaAvailable: z.boolean().nullable(),
      devices: z.array(gpuSchema),
      /** torch.cuda.get_arch_list(): sm_86 is code, compute_90 can be compiled for later ones. */
      architectures: z.array(z.string()).optional(),
      error: z.string().nullable(),
    })
    .nullable(),
  xformers: z
    .object({
      version: z.string().nullable(),
      error: z.string().nullable(),
      /** rung 0: hasattr(xformers.ops, 'memory_efficient_attention') */
      hasAttribute: z.boolean().nullable(),
      opsError: z.string().nullable(),
      /** rung 1: the compiled extension was loaded. */
      hasCppLibrary: z.boolean().nullable(),
      loadError: z.string().nullable(),
      builtForTorch: z.string().nullable(),
      /** rung 3 */
      operators: z.array(operatorSchema),
    })
    .nullable(),
  triton: z.object({ version: z.string().nullable(), error: z.string().nullable() }).nullable(),
  /** Companions that are there (torchvision, flash_attn, sageattention), and how their import went. */
  imports: z.array(z.object({ module: z.string(), error: z.string().nullable() })).optional(),
  warnings: z.array(z.string()),
});
export type LiveFacts = z.infer<typeof liveFactsSchema>;

/** What Triton needs besides itself to build a kernel; only looked at where Triton is installed. */
export const toolchainSchema = z.object({
  /** A C compiler where Triton looks for one: CC, then PATH. */
  compiler: factSchema(z.string()),
  /** Python.h of this Python, and on Windows the pythonXY.lib that goes with it. */
  headers: factSchema(z.string()),
  importLibrary: factSchema(z.string()),
  /** Windows: msvcp140.dll, the one beside python.exe and the one of the system. */
  runtimeBesidePython: factSchema(z.object({ file: z.string(), version: z.string().nullable() })),
  runtimeOfSystem: factSchema(z.object({ file: z.string(), version: z.string().nullable() })),
});
export type Toolchain = z.infer<typeof toolchainSchema>;

/** What files tell of flash-attn or SageAttention besides the version. */
export const attentionBuildSchema = z.object({
  name: z.enum(['flash-attn', 'sageattention']),
  /** null: its folder is there, and no package that would own it. */
  version: z.string().nullable(),
  /** The wheel it came from, where pip noted its address. */
  wheel: z.string().nullable(),
  /** The names of its compiled files. */
  compiled: z.array(z.string()),
  /** The import name has a module of its own, and is not an empty folder. */
  importable: z.boolean(),
});
export type AttentionBuild = z.infer<typeof attentionBuildSchema>;

export const factsSchema = z.object({
  platform: platformSchema,
  architecture: z.string(),
  interpreter: interpreterFactsSchema,
  distributions: z.array(distributionSchema),
  torch: factSchema(torchBuildSchema),
  xformers: factSchema(xformersBuildSchema),
  triton: factSchema(z.object({ distribution: z.string(), version: z.string() })),
  /** null where the machine has no ComfyUI around this environment. */
  comfyui: z
    .object({
      version: z.string().nullable(),
      /** The comfy-kitchen that its requirements.txt pins; null where it names none. */
      kitchenPin: z.string().nullable().optional(),
      /** Those that it is started with, and where they were read. */
      flags: z.array(z.string()),
      flagsFrom: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('process'), pid: z.number().int() }),
          z.object({
            kind: z.literal('launcher'),
            path: z.string(),
            settings: launchSettingsSchema.optional(),
          }),
        ])
        .nullable()
        .optional(),
      /** Other scripts that start it as well, but not usually. */
      otherLaunchers: z.array(launcherSchema).optional(),
      /** What its scripts start; null where the search path, a venv or a variable decides. */
      pythons: z.array(z.object({ script: z.string(), python: z.string().nullable() })).optional(),
    })
    .nullable(),
  /** Which attention ComfyUI will use, by its flags and versions; null without a ComfyUI. */
  backend: z
    .object({ backend: z.union([backendSchema, z.literal('stops')]), reason: messageRefSchema })
    .nullable(),
  packageHealth: z.object({
    /** `~…` folders that an interrupted pip left behind. */
    leftovers: z.array(z.string()),
    duplicates: z.array(z.object({ name: z.string(), versions: z.array(z.string()) })),
    withoutRecord: z.array(z.string()),
    /** Packages of which nothing says the version: pip and others take them for not installed. */
    withoutMetadata: z.array(z.string()).optional(),
    /** Compiled files that a RECORD names and that are gone. */
    missingFiles: z.array(z.object({ name: z.string(), files: z.array(z.string()) })).optional(),
    /** Packages of the user's own folder that this Python would import. */
    userSite: z.array(distributionSchema),
  }),
  ...conflictFields,
  /** Processes that have files of this environment loaded; empty where it was not asked. */
  heldBy: z.array(z.object({ pid: z.number().int(), program: z.string() })),
  /** The `._pth` file of an embedded Python. */
  pathConfiguration: z
    .object({ file: z.string(), lines: z.array(z.string()), importsSite: z.boolean() })
    .nullable(),
  driver: factSchema(z.object({ version: z.string().nullable() })),
  gpus: factSchema(z.array(gpuSchema)),
  /** Only `known` after a live probe; `absent` when none was asked for. */
  live: factSchema(liveFactsSchema),
  /** null: Triton is not there, so nothing was looked for. */
  toolchain: toolchainSchema.nullable(),
  /** Looked for only where something is to be compiled. */
  buildTools: buildToolsSchema.optional(),
  attentionBuilds: z.array(attentionBuildSchema),
  /** Whether the compiled files that matter would load; left out where nobody looked. */
  extensions: z.array(extensionAnswerSchema).optional(),
  /** The known messages among what the live Python printed. */
  said: z.array(saidSchema),
});
export type Facts = z.infer<typeof factsSchema>;
