/** A symbol, in ELF with the version that it has to have and the file that gives it. */
export type Wanted = { name: string; version: { file: string; name: string } | null };

/** What one compiled file says of itself. Functions read on demand, so the file stays open. */
export type ElfLibrary = {
  format: 'elf';
  machine: number;
  soname: string | null;
  needed: readonly string[];
  rpath: readonly string[];
  runpath: readonly string[];
  /** What it wants of others. Weak ones are left out: a loader goes on without them. */
  wanted(): Promise<Wanted[]>;
  /** The versions that it gives, as GLIBC_2.38. */
  versions(): Promise<ReadonlySet<string>>;
  gives(symbol: string): Promise<boolean>;
};

/** One library that a Windows file imports, with what it takes from it: names, or numbers. */
export type PeImport = {
  library: string;
  functions(): Promise<{ names: readonly string[]; ordinals: readonly number[] }>;
};

export type PeLibrary = {
  format: 'pe';
  machine: number;
  imports: readonly PeImport[];
  /** Loaded when first called: a missing one keeps nothing from loading. */
  delayed: readonly PeImport[];
  gives(symbol: string): Promise<boolean>;
  givesOrdinal(ordinal: number): boolean;
};

export type Library = ElfLibrary | PeLibrary;
