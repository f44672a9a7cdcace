import * as z from 'zod';

/** What a person says of the machine that printed a log; every part may be missing. */
export const statedFactsSchema = z
  .object({
    os: z.string(),
    install_kind: z.string(),
    gpu: z.string(),
    driver: z.string(),
    python: z.string(),
    torch: z.string(),
    cuda: z.string(),
    xformers: z.string(),
    triton: z.string(),
    sageattention: z.string(),
    flash_attn: z.string(),
    comfyui: z.string(),
    launch_args: z.string(),
    model: z.string(),
    symptom: z.string(),
  })
  .partial();
export type StatedFacts = z.infer<typeof statedFactsSchema>;
