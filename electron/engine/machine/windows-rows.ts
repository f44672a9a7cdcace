import type { RunningProcess } from './system.ts';

/** One process as any of Windows' tools tells it. */
export type ProcessRow = {
  pid: number;
  parentPid: number | null;
  executable: string | null;
  commandLine: string | null;
  /** When it started, in milliseconds since 1970. */
  started: number | null;
};

/**
 * The processes of a list; null where it is none. Every tool may read at least its own command
 * line, so a list without any was cut short or told by a tool that is not allowed to look.
 */
export function processesOfRows(rows: readonly ProcessRow[]): RunningProcess[] | null {
  if (!rows.some((row) => row.commandLine !== null && row.commandLine !== '')) return null;
  const started = new Map(rows.map((row) => [row.pid, row.started]));
  return rows.map((row) => ({
    pid: row.pid,
    parentPid: isParent(row, started) ? row.parentPid : null,
    executable: row.executable,
    arguments: splitCommandLine(row.commandLine ?? ''),
    workingFolder: null,
  }));
}

/** Windows gives numbers again quickly: what is younger than its child is another program. */
function isParent(row: ProcessRow, started: ReadonlyMap<number, number | null>): boolean {
  const parent = row.parentPid === null ? null : started.get(row.parentPid);
  return parent == null || row.started === null || parent <= row.started;
}

/** Windows quoting, as far as paths need it: double quotes hold spaces together. */
export function splitCommandLine(line: string): string[] {
  const parts = line.match(/"[^"]*"|[^\s"]+/g) ?? [];
  return parts.map((part) => part.replaceAll('"', ''));
}

/** FILETIME (tenths of microseconds since 1601, digits) as milliseconds since 1970. */
export function fromFileTime(digits: string): number | null {
  if (!/^\d{1,19}$/.test(digits)) return null;
  return Number(BigInt(digits) / 10_000n) - 11_644_473_600_000;
}
