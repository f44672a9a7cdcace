/** Milliseconds since 1970. */
export type Time = number;

/** A line of somebody's requirements that holds here. */
export type Asked = { text: string; name: string; specifier: string; url: string | null };

/** How it is told that a custom node came or changed then: a fetch alone changes nothing. */
export type Activity = { at: Time; by: 'reflog' | 'files' | 'fetch' };

export type NodeTrace = { name: string; activity: Activity[]; asks: Asked[] };

/** What a log says that an installer did, or was told to do. */
export type Deed = {
  /** null: the log keeps no times. */
  at: Time | null;
  /** When its file was last written. */
  fileAt: Time;
  file: string;
  line: string;
  program: string;
  /** The custom node that it was for. */
  node: string | null;
  did:
    | { kind: 'effect'; name: string; from: string | null; to: string | null }
    | { kind: 'command'; asks: Asked[]; upgrades: boolean };
};

/** What an installer left beside a package. */
export type PackageTrace = {
  name: string;
  version: string;
  installedAt: Time | null;
  /** As INSTALLER says: pip, uv, conda ... */
  installer: string | null;
  /** Somebody asked for it by name; else it came along. */
  requested: boolean;
  /** Where it came from, if not from an index. */
  url: string | null;
  requires: Asked[];
};

/** All that was found; nothing is judged yet. */
export type Traces = { nodes: NodeTrace[]; deeds: Deed[]; packages: PackageTrace[] };

export const minute = 60_000;
/** Packages of one run of an installer are put in within this time of each other. */
export const runLength = 10 * minute;
