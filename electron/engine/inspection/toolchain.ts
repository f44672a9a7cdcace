import path from 'node:path';
import { absent, known, unknown, type Fact, type Toolchain } from '../../../shared/facts.ts';
import type { Environment } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { parsePyvenvConfig } from '../pythons/pyvenv-config.ts';
import { environmentPlatform, isForeign } from './environment-platform.ts';
import { fileVersion } from './file-version.ts';

/** What Triton needs to build its launcher, by files alone. */
export async function readToolchain(system: System, environment: Environment): Promise<Toolchain> {
  const foreign = isForeign(system, environment);
  const base = await basePython(system, environment);
  const [compiler, headers, importLibrary, runtimeBesidePython, runtimeOfSystem] =
    await Promise.all([
      foreign ? unknown() : findCompiler(system),
      base === null ? unknown() : findHeaders(system, environment, base),
      base === null ? unknown() : findImportLibrary(system, environment, base),
      base === null ? unknown() : readRuntime(system, environment, base),
      foreign ? unknown() : readRuntime(system, environment, systemFolder(system)),
    ]);
  return { compiler, headers, importLibrary, runtimeBesidePython, runtimeOfSystem };
}

/**
 * The folder of the Python that a virtual environment was made from, or of this Python itself;
 * null where it lies on a system that is not this one.
 */
export async function basePython(system: System, environment: Environment): Promise<string | null> {
  const config = await system.files
    .readText(path.join(environment.environmentRoot, 'pyvenv.cfg'))
    .catch(ifUnanswered(null));
  const home = config === null ? null : parsePyvenvConfig(config).home;
  if (home !== null && isForeign(system, environment)) return null;
  return home ?? path.dirname(environment.executable);
}

/** triton/runtime/build.py: CC, then clang or gcc (Linux), cl (Windows) on PATH. */
async function findCompiler(system: System): Promise<Fact<string>> {
  const { CC } = system.environment;
  if (CC) return known(CC, 'file', 'CC');
  const windows = system.platform === 'win32';
  const names = windows ? ['cl.exe', 'gcc.exe', 'clang.exe'] : ['gcc', 'clang', 'cc'];
  const folders = (system.environment.PATH ?? system.environment.Path ?? '').split(path.delimiter);
  for (const folder of folders.filter((each) => path.isAbsolute(each))) {
    for (const name of names) {
      const file = path.join(folder, name);
      if (await system.files.info(file).catch(ifUnanswered(null))) return known(file, 'file', file);
    }
  }
  // Triton finds Visual Studio through its installer, wherever it stands.
  if (windows && (await hasVisualStudio(system))) return unknown();
  return absent('file');
}

async function hasVisualStudio(system: System): Promise<boolean> {
  const programs = system.environment['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)';
  const installer = path.join(programs, 'Microsoft Visual Studio', 'Installer');
  return (await system.files.info(installer).catch(ifUnanswered(null))) !== null;
}

async function findHeaders(
  system: System,
  environment: Environment,
  base: string,
): Promise<Fact<string>> {
  const minor = minorVersion(environment);
  const root = path.dirname(base);
  const folders =
    environmentPlatform(system, environment) === 'win32'
      ? [path.join(base, 'Include'), path.join(base, 'include')]
      : minor === null
        ? []
        : [root, environment.environmentRoot, '/usr', '/usr/local'].map((each) =>
            path.join(each, 'include', `python${minor}`),
          );
  return folders.length === 0 ? unknown() : firstFile(system, folders, 'Python.h');
}

/** Windows only: a Python without `libs` cannot be linked against. */
async function findImportLibrary(
  system: System,
  environment: Environment,
  base: string,
): Promise<Fact<string>> {
  const minor = minorVersion(environment);
  const windows = environmentPlatform(system, environment) === 'win32';
  if (!windows || minor === null) return unknown();
  return firstFile(system, [path.join(base, 'libs')], `python${minor.replace('.', '')}.lib`);
}

async function firstFile(
  system: System,
  folders: readonly string[],
  name: string,
): Promise<Fact<string>> {
  for (const folder of folders) {
    const file = path.join(folder, name);
    if (await system.files.info(file).catch(ifUnanswered(null))) return known(file, 'file', file);
  }
  return absent('file');
}

function minorVersion(environment: Environment): string | null {
  return /^\d+\.\d+/.exec(environment.version ?? '')?.[0] ?? null;
}

function systemFolder(system: System): string {
  return path.join(system.environment.SystemRoot ?? 'C:\\Windows', 'System32');
}

async function readRuntime(
  system: System,
  environment: Environment,
  folder: string,
): Promise<Fact<{ file: string; version: string | null }>> {
  if (environmentPlatform(system, environment) !== 'win32') return unknown();
  const file = path.join(folder, 'msvcp140.dll');
  const bytes = await system.files.readBytes(file).catch(ifUnanswered(null));
  if (bytes === null) return absent('file');
  return known({ file, version: fileVersion(bytes) }, 'file', file);
}
