import type { FileInfo, System } from '../machine/system.ts';
import type { Disk } from './disks.ts';
import type { Place } from './places.ts';

/** A file, link or folder that can change what is run when the program is started. */
export type Part = {
  path: string;
  kind: FileInfo['kind'];
  mode: number;
  owner: number;
  ownerName: string;
  /** Somebody else than the user and the administrators is in the group that owns it. */
  othersInGroup: boolean;
  /** False where the file system makes owner and permission bits up. */
  modesKept: boolean;
};

/** One of the folders that the program comes from: its own, that behind its link, its base's. */
export type ProgramPlace = { folder: string; place: Place; disk: Disk };

/** What is known of a program before it is started. */
export type ProgramFacts = {
  platform: System['platform'];
  program: string;
  user: number | null;
  /** The program first, then what lies around it, inside out. */
  parts: Part[];
  places: ProgramPlace[];
  /** False where something could not be looked at. */
  complete: boolean;
};
