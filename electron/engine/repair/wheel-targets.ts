import path from 'node:path';
import { z } from 'zod';
import type { Environment } from '../../../shared/install.ts';
import { fail } from '../../../shared/problem.ts';
import { pythonCommand, pythonVariables } from '../probes/python-command.ts';
import type { System } from '../system.ts';

const lister = String.raw`
import json, sys, zipfile
print(json.dumps([name for wheel in sys.argv[1:] for name in zipfile.ZipFile(wheel).namelist()]))
`;

/**
 * Where the files of wheels will be put, as absolute paths: so that one that stands there
 * already, whoever owns it, is saved before pip writes over it. Python reads the archives:
 * a torch wheel is larger than what we would want to hold in memory.
 */
export async function wheelTargets(
  system: System,
  environment: Environment,
  wheels: readonly string[],
  sitePackages: string,
): Promise<string[]> {
  if (wheels.length === 0) return [];
  const command = pythonCommand(environment, ['-', ...wheels]);
  const { stdout } = await system.run(command, {
    input: lister,
    environment: pythonVariables(environment),
    timeLimit: 120_000,
  });
  const line = stdout.trim().split(/\r?\n/).at(-1) ?? '';
  const names = z.array(z.string()).safeParse(parse(line));
  if (!names.success)
    fail('interpreter-unreadable', { params: { executable: environment.executable } });
  const scripts = path.join(
    environment.environmentRoot,
    system.platform === 'win32' ? 'Scripts' : 'bin',
  );
  return names.data
    .filter((name) => !name.endsWith('/'))
    .map((name) => targetOf(name, sitePackages, scripts, environment.environmentRoot));
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The .data folders of a wheel go elsewhere (packaging.python.org, binary distribution format). */
function targetOf(name: string, sitePackages: string, scripts: string, prefix: string): string {
  const special = /^[^/]+\.data\/(purelib|platlib|scripts|data|headers)\/(.*)$/.exec(name);
  if (!special) return path.join(sitePackages, ...name.split('/'));
  const rest = (special[2] ?? '').split('/');
  switch (special[1]) {
    case 'scripts':
      return path.join(scripts, ...rest);
    case 'data':
      return path.join(prefix, ...rest);
    case 'headers':
      return path.join(prefix, 'include', 'site', ...rest);
    default:
      return path.join(sitePackages, ...rest);
  }
}
