import type { Environment, Install, InstallKind } from '../../../../shared/install.ts';
import type { FolderEntry, System } from '../../machine/system.ts';

/** A folder with its listing, read once and shown to every locator. */
export type FolderView = {
  folder: string;
  entries: readonly FolderEntry[];
  /** Names are compared without case: a Windows disk may be mounted on another system. */
  hasFile(name: string): boolean;
  hasFolder(name: string): boolean;
  /** The name as it stands there, with its own case; null if it does not. */
  find(name: string): string | null;
};

/** What a locator found: the install, and the environment that it uses. */
export type Located = { install: Install; environment: Environment | null };

/**
 * Knows one kind of install. Only reads, starts nothing, and works on any system's disk: a
 * Windows tree on a mounted disk is recognised on Linux and marked as not runnable.
 */
export type Locator = {
  kind: InstallKind;
  /** Lower-case names of which a root of this kind has at least one: most folders have none. */
  marks: readonly string[];
  /** The installs whose root is this folder; none if it is no root of this kind. Cheap to deny. */
  recognise(system: System, view: FolderView): Promise<Located[]>;
  /** Folders where this kind says it is (its configuration files, its default places). */
  places?(system: System): Promise<string[]>;
};
