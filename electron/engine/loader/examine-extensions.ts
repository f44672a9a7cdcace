import path from 'node:path';
import type { ExtensionAnswer } from '../../../shared/extensions.ts';
import type { Distribution, Platform, TorchBuild } from '../../../shared/facts.ts';
import { compiledExtensions, type CompiledExtension } from '../knowledge/compiled-extensions.ts';
import { anotherPythons } from '../knowledge/extension-names.ts';
import type { System } from '../machine/system.ts';
import { answerOf, type Loading } from './answer.ts';
import { closureOf, shortfallOf, type Loaded } from './load-linux.ts';
import { loadOnWindows } from './load-windows.ts';
import { linuxPlaces } from './linux-places.ts';
import { createShelf, unlessDamaged, type Shelf, type Shelved } from './shelf.ts';

/** The environment whose loader is played through. */
export type Surroundings = {
  platform: Platform;
  /** It was made for the system that we run on, so that system's own libraries can be looked at. */
  isOwnSystem: boolean;
  environmentRoot: string;
  executable: string;
  /** The folder of the Python that it was made from; null where that lies on another system. */
  base: string | null;
  python: string | null;
  distributions: readonly Distribution[];
  torch: { build: TorchBuild; folder: string } | null;
};

type File = { extension: CompiledExtension; site: string; path: string; name: string };
type Outcome = Omit<ExtensionAnswer, 'distribution' | 'file'>;

/**
 * Whether each compiled file that matters would load, by playing through what the system's loader
 * does with it; no program is started, and nothing is read but tables of names. Not for macOS,
 * where no CUDA package runs. Damaged files end in "unknown". Throws only `cancelled`.
 */
export async function examineExtensions(
  system: System,
  surroundings: Surroundings,
): Promise<ExtensionAnswer[]> {
  if (surroundings.platform === 'darwin') return [];
  const shelf = createShelf(system);
  try {
    const files = await filesOf(shelf, surroundings);
    const load = await loaderFor(system, shelf, surroundings, files);
    const answers: ExtensionAnswer[] = [];
    let torch: Outcome | null = null;
    for (const file of files) {
      const { distribution, withTorch } = file.extension;
      const own = (await unlessDamaged(() => load(file))) ?? unreadable(file);
      const outcome: Outcome =
        withTorch && torch?.answer === 'cannot-load' ? becauseOf(torch) : own;
      if (distribution === 'torch') torch = outcome;
      answers.push({ distribution, file: file.name, ...outcome });
    }
    return answers;
  } finally {
    await shelf.close();
  }
}

function unreadable({ name }: File): Outcome {
  return { answer: 'unknown', why: 'unreadable', name: path.posix.basename(name) };
}

/** What stands on a torch that does not load itself cannot be told. */
function becauseOf({ name }: Outcome): Outcome {
  return name === undefined
    ? { answer: 'unknown', why: 'torch' }
    : { answer: 'unknown', why: 'torch', name };
}

async function filesOf(
  shelf: Shelf,
  { distributions, torch, python }: Surroundings,
): Promise<File[]> {
  const names = distributions.map((each) => each.name);
  const found: File[] = [];
  // A torch that no list names is imported all the same.
  const wanted = torch && !names.includes('torch') ? ['torch', ...names] : names;
  for (const extension of compiledExtensions(wanted, torch?.build ?? null)) {
    const owner = distributions.find((each) => each.name === extension.distribution);
    const site = owner ? path.dirname(owner.location) : torch && path.dirname(torch.folder);
    if (site === null) continue;
    const folder = path.join(site, ...extension.folder.split('/'));
    const inside = [...(await shelf.names(folder)).values()].filter((each) =>
      extension.file.test(each),
    );
    // What was compiled for another Python is never loaded; other rules tell of it.
    const isOther = (name: string): boolean =>
      python !== null && anotherPythons([name], python).length > 0;
    for (const name of inside.filter((each) => !isOther(each)).sort()) {
      found.push({
        extension,
        site,
        path: path.join(folder, name),
        name: path.posix.join(extension.folder, name),
      });
    }
  }
  return found;
}

type Load = (file: File) => Promise<Outcome>;

async function loaderFor(
  system: System,
  shelf: Shelf,
  surroundings: Surroundings,
  files: readonly File[],
): Promise<Load> {
  if (surroundings.platform === 'win32') return windowsLoader(system, shelf, surroundings);
  return linuxLoader(system, shelf, surroundings, files);
}

function windowsLoader(system: System, shelf: Shelf, around: Surroundings): Load {
  const { base, executable, environmentRoot, torch, python } = around;
  const own = [...(base === null ? [] : [base]), path.dirname(executable)];
  const conda = [environmentRoot, ...(base === null ? [] : [base])].map((each) =>
    path.join(each, 'Library', 'bin'),
  );
  const systemFolder = around.isOwnSystem
    ? path.join(system.environment.SystemRoot ?? 'C:\\Windows', 'System32')
    : null;
  return async ({ extension, site, path: file }) => {
    const beside = extension.besideFolders.map((each) => path.join(site, each));
    const ofTorch = torch ? [path.join(torch.folder, 'lib')] : [];
    const folders = [...own, ...ofTorch, ...beside, ...conda];
    return answerOf(await loadOnWindows(shelf, { folders, systemFolder, python }, file));
  };
}

async function linuxLoader(
  system: System,
  shelf: Shelf,
  { base, environmentRoot, torch, isOwnSystem }: Surroundings,
  files: readonly File[],
): Promise<Load> {
  // DT_RPATH of conda's and of portable Pythons.
  const roots = [...(base === null ? [] : [path.dirname(base)]), environmentRoot];
  const own = [...new Set(roots)].map((each) => path.join(each, 'lib'));
  const places = await linuxPlaces(system, own, isOwnSystem);
  // torch/__init__.py, _preload_cuda_deps: where its own search fails, it takes them from here.
  const nvidia = torch ? await nvidiaFolders(shelf, path.dirname(torch.folder)) : [];
  const forTorch = { ...places, folders: [...places.folders, ...nvidia] };
  const global = torch
    ? await loadedBy(shelf, forTorch, path.join(torch.folder, 'lib', 'libtorch_global_deps.so'))
    : new Map();
  const main = files.find((each) => each.extension.distribution === 'torch');
  const withTorch = main ? await loadedBy(shelf, forTorch, main.path, global) : global;

  return async ({ extension, path: file }) => {
    const isTorch = extension.distribution === 'torch';
    const before: Loaded = extension.withTorch ? withTorch : isTorch ? global : new Map();
    const beside = files.filter(
      (each) => each.extension.distribution === extension.distribution && each.path !== file,
    );
    const already = new Map([...before, ...(await besideOf(shelf, beside))]);
    const closure = await closureOf(shelf, isTorch ? forTorch : places, [file], already);
    const library = (await shelf.open(file))?.library;
    const shortfall =
      // The loader stops at the first library that is missing.
      library?.format === 'elf' && closure.missing.length === 0
        ? await shortfallOf(library, closure, extension.withTorch || isTorch ? global : new Map())
        : { functions: [], versions: [] };
    const unread = closure.unread.map((each) => path.basename(each));
    const loading: Loading = { ...closure, unread, ...shortfall };
    return answerOf(loading);
  };
}

async function loadedBy(
  shelf: Shelf,
  places: Awaited<ReturnType<typeof linuxPlaces>>,
  file: string,
  already: Loaded = new Map(),
): Promise<Loaded> {
  const closure = await unlessDamaged(() => closureOf(shelf, places, [file], already));
  return new Map([...already, ...(closure?.loaded ?? [])]);
}

/** A package loads its own files one after the other: _torchaudio.so finds libtorchaudio.so loaded. */
async function besideOf(shelf: Shelf, files: readonly File[]): Promise<Loaded> {
  const loaded = new Map<string, Shelved>();
  for (const { path: file } of files) {
    const found = await shelf.open(file);
    if (found) loaded.set(path.basename(file), found);
    if (found?.library?.format === 'elf' && found.library.soname !== null)
      loaded.set(found.library.soname, found);
  }
  return loaded;
}

/** nvidia/cublas/lib and the like, and nvidia/cu13/lib. */
async function nvidiaFolders(shelf: Shelf, site: string): Promise<string[]> {
  const root = path.join(site, 'nvidia');
  const names = [...(await shelf.names(root)).values()];
  return names.map((each) => path.join(root, each, 'lib'));
}
