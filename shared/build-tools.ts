import * as z from 'zod';

/** Whether a tool is there, as far as files tell. */
const seenSchema = z.enum(['known', 'absent', 'unknown']);
export type Seen = z.infer<typeof seenSchema>;

/** What is here to compile a PyTorch extension with. */
export const buildToolsSchema = z.object({
  /** For C++. */
  compiler: seenSchema,
  /** Python.h of this Python, and on Windows the pythonXY.lib that goes with it. */
  headers: seenSchema,
  importLibrary: seenSchema,
  /** torch/extension.h */
  torchHeaders: seenSchema,
  ninja: seenSchema,
  /** CUDA toolkits with a compiler, those first that torch would take. */
  toolkits: z.array(z.object({ folder: z.string(), version: z.string().nullable() })),
  processors: z.number(),
  freeMemoryBytes: z.number(),
});
export type BuildTools = z.infer<typeof buildToolsSchema>;
