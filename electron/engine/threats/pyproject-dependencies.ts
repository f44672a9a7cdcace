import * as z from 'zod';
import { parseToml } from '../machine/toml-text.ts';

const projectSchema = z.object({ project: z.object({ dependencies: z.array(z.string()) }) });

/** The `dependencies` of a pyproject.toml's `[project]` table; [] where there are none, or it is no TOML. */
export function dependenciesIn(text: string): string[] {
  return projectSchema.safeParse(parseToml(text)).data?.project.dependencies ?? [];
}
