import path from 'node:path';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Environment } from '../../../shared/install.ts';
import { fail } from '../../../shared/problem.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';
import { limitOf } from '../machine/time-limits.ts';
import { keepingCompiled, ownPipFolder, pipVariables } from '../pip/own-pip.ts';
import { pythonCommand, pythonVariables } from '../pythons/python-command.ts';

const schemeSchema = z.object({
  purelib: z.string(),
  platlib: z.string(),
  scripts: z.string(),
  data: z.string(),
  headers: z.record(z.string(), z.string()),
});
/** Where pip puts the parts of a wheel in this Python, as absolute paths. */
export type Layout = z.infer<typeof schemeSchema>;

/**
 * pip's own answer, since distributions of Python and of Linux patch it. `headers` differ by
 * package. Source: pip/_internal/locations, packaging.python.org "installation schemes".
 */
const question = String.raw`
import json, sys
marker, wheel, names = sys.argv[1], sys.argv[2], sys.argv[3:]
if wheel:
    sys.path.insert(0, wheel)
def ask(name):
    from pip._internal.locations import get_scheme
    found = get_scheme(name)
    return {key: getattr(found, key) for key in ("purelib", "platlib", "scripts", "data", "headers")}
first = ask(names[0] if names else "x")
answer = {key: first[key] for key in ("purelib", "platlib", "scripts", "data")}
answer["headers"] = {name: ask(name)["headers"] for name in names}
sys.stdout.write("\n" + marker + json.dumps(answer) + "\n")
sys.stdout.flush()
`;

/** Asks the pip that installs there: ours, else the environment's. Throws `interpreter-unreadable`. */
export async function layoutOf(
  system: System,
  environment: Environment,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<Layout> {
  const marker = `attention-doctor-${randomUUID()}`;
  const wheel = (await ownPipFolder(system, environment)) ?? '';
  const ask = pythonCommand(environment, ['-', marker, wheel, ...names]);
  // Only where it is ours: another pip belongs to somebody.
  const command = wheel === '' ? ask : keepingCompiled(system, ask);
  const { stdout } = await system.run(command, {
    input: question,
    environment: { ...pythonVariables(environment), ...pipVariables(command) },
    timeLimit: limitOf(system, 'layout'),
    okExitCodes: 'any',
    ...(signal ? { signal } : {}),
  });
  // Whatever sitecustomize prints, at start or at exit, is not ours.
  const line = stdout.split(marker)[1]?.split(/\r?\n/)[0] ?? '';
  const layout = schemeSchema.safeParse(parseJson(line));
  if (!layout.success)
    fail('interpreter-unreadable', { params: { executable: environment.executable } });
  return layout.data;
}

/**
 * Where a file of a wheel goes. Its `.data` folders go elsewhere (packaging.python.org, binary
 * distribution format).
 */
export function placeInLayout(layout: Layout, distribution: string, pure: boolean, name: string) {
  const special = /^[^/]+\.data\/(purelib|platlib|scripts|data|headers)\/(.*)$/.exec(name);
  const parts = (special?.[2] ?? name).split('/');
  switch (special?.[1]) {
    case 'scripts':
      return path.join(layout.scripts, ...parts);
    case 'data':
      return path.join(layout.data, ...parts);
    case 'headers':
      return path.join(layout.headers[distribution] ?? layout.data, ...parts);
    case 'purelib':
      return path.join(layout.purelib, ...parts);
    case 'platlib':
      return path.join(layout.platlib, ...parts);
    default:
      return path.join(pure ? layout.purelib : layout.platlib, ...parts);
  }
}
