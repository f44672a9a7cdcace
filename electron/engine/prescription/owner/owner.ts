import type { Platform } from '../../../../shared/facts.ts';
import type { Shell } from '../../../../shared/prescription.ts';
import type { EngineId, FolderKind, ProgramRow } from '../../knowledge/program-rows.ts';

/** How the Python of a program is called from a shell. */
export type PythonWords = {
  /** Without quotes: a path, or the name of a program. */
  python: string;
  /** What stands before `-m`. */
  options: readonly string[];
  /** The program that installs, where the environment has no pip; null: `python -m pip`. */
  uv: string | null;
  /** The folder that the paths begin in; null where they are whole, or where nobody says it. */
  folder: string | null;
};

/** Whose machine it is, as far as its files or its log tell. */
export type Owner = {
  /** null: none that we know. */
  program: ProgramRow | null;
  /** What a person reads: the program, or what its host runs; null where nobody tells. */
  name: string | null;
  /** Whose flags and settings count; null where nothing tells. */
  engine: EngineId | null;
  platform: Platform | null;
  shell: Shell;
  vendor: 'nvidia' | 'amd' | 'intel' | 'apple' | null;
  words: PythonWords;
  /** The folder that `words` begin in, by what it is called; null where the place does not matter. */
  folderKind: FolderKind | null;
  /** The script or settings file that the flags were read from. */
  launcher: string | null;
  /** PyTorch's wheel index, to which a family is appended. */
  torchIndex: string;
  /** An install or environment of this machine. */
  isHere: boolean;
};

export function isWindows({ platform, shell }: Pick<Owner, 'platform' | 'shell'>): boolean {
  return platform === 'win32' || (platform === null && shell !== 'bash' && shell !== 'notebook');
}

/** A card that packages for NVIDIA's are not made for; unknown is not another. */
export function isOfAnotherMaker({ vendor }: Pick<Owner, 'vendor'>): boolean {
  return vendor !== null && vendor !== 'nvidia';
}
