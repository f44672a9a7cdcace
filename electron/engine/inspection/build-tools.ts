import path from 'node:path';
import type { BuildTools, Seen } from '../../../shared/build-tools.ts';
import type { Environment } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { sitePackagesOf } from '../pythons/site-packages.ts';
import { readToolchain } from './toolchain.ts';

/** What is here to compile a PyTorch extension with, by files alone. Starts no program. */
export async function readBuildTools(
  system: System,
  environment: Environment,
): Promise<BuildTools> {
  const windows = system.platform === 'win32';
  const [toolchain, sitePackages] = await Promise.all([
    readToolchain(system, environment),
    sitePackagesOf(system, environment),
  ]);
  const torchHeaders = sitePackages.map((each) =>
    path.join(each, 'torch', 'include', 'torch', 'extension.h'),
  );
  return {
    // setuptools finds Visual Studio by itself; elsewhere it is C++ that is compiled, not C.
    compiler: windows ? toolchain.compiler.state : await cppCompiler(system),
    headers: toolchain.headers.state,
    importLibrary: toolchain.importLibrary.state,
    torchHeaders: seen(await firstOf(system, torchHeaders)),
    ninja: seen(await onPath(system, windows ? ['ninja.exe'] : ['ninja', 'ninja-build'])),
    toolkits: await readToolkits(system),
    ...system.resources(),
  };
}

async function cppCompiler(system: System): Promise<Seen> {
  if (system.environment.CXX) return 'known';
  return seen(await onPath(system, ['c++', 'g++', 'clang++']));
}

function seen(file: string | null): Seen {
  return file === null ? 'absent' : 'known';
}

/** In the order in which torch looks (torch/utils/cpp_extension.py, _find_cuda_home), and their neighbours. */
async function readToolkits(system: System): Promise<BuildTools['toolkits']> {
  const windows = system.platform === 'win32';
  const { CUDA_HOME, CUDA_PATH, ProgramFiles } = system.environment;
  const nvcc = windows ? 'nvcc.exe' : 'nvcc';
  const found = await onPath(system, [nvcc]);
  const beside = found && (await realPath(system, path.dirname(path.dirname(found))));
  const shelf = windows
    ? path.join(ProgramFiles ?? 'C:\\Program Files', 'NVIDIA GPU Computing Toolkit', 'CUDA')
    : '/usr/local';
  const shelved = ((await system.files.list(shelf).catch(ifUnanswered(null))) ?? [])
    .map(({ name }) => name)
    .filter((name) => (windows ? /^v\d+\.\d+$/ : /^cuda(-\d+(\.\d+)?)?$/).test(name))
    .map((name) => path.join(shelf, name));
  const folders = [CUDA_HOME, CUDA_PATH, beside, ...shelved.sort()].filter((each): each is string =>
    Boolean(each),
  );
  const toolkits: BuildTools['toolkits'] = [];
  for (const folder of new Set(folders)) {
    const program = path.join(folder, 'bin', nvcc);
    if ((await system.files.info(program).catch(ifUnanswered(null))) === null) continue;
    toolkits.push({ folder, version: await toolkitVersion(system, folder) });
  }
  return toolkits;
}

/** Bytes. cuda.h has more than a megabyte. */
const largestHeader = 8 * 1024 * 1024;

/** cuda.h says it as 12080 for 12.8. */
async function toolkitVersion(system: System, folder: string): Promise<string | null> {
  for (const below of [['include'], ['targets', 'x86_64-linux', 'include']]) {
    const text = await system.files
      .readText(path.join(folder, ...below, 'cuda.h'), { limit: largestHeader })
      .catch(ifUnanswered(null));
    const number = Number(/^#define\s+CUDA_VERSION\s+(\d+)/m.exec(text ?? '')?.[1] ?? Number.NaN);
    if (!Number.isNaN(number))
      return `${Math.floor(number / 1000)}.${Math.floor((number % 1000) / 10)}`;
  }
  return null;
}

async function onPath(system: System, names: readonly string[]): Promise<string | null> {
  const folders = (system.environment.PATH ?? system.environment.Path ?? '')
    .split(path.delimiter)
    .filter((each) => path.isAbsolute(each));
  return firstOf(
    system,
    folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
  );
}

async function firstOf(system: System, files: readonly string[]): Promise<string | null> {
  for (const file of files) {
    const info = await system.files.info(file).catch(ifUnanswered(null));
    if (info?.kind === 'file') return file;
  }
  return null;
}

function realPath(system: System, folder: string): Promise<string | null> {
  return system.files.realPath(folder).catch(ifUnanswered(null));
}
