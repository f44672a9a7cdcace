import * as z from 'zod';
import type { Ending } from '../../../shared/kernel-report.ts';
import { liveTable } from './live-tables.ts';

const endSchema = z.object({ exit: z.number(), name: z.string(), source: z.string() });
const table = liveTable('program-ends', z.object({ windows: z.array(endSchema) }));

/**
 * The end of a program as experts would call it: "SIGSEGV", "0xC0000005 STATUS_ACCESS_VIOLATION",
 * "exit code 3"; and where Python's faulthandler says that it was. null: it ended well.
 */
export function crashOf(ending: Extract<Ending, { kind: 'exit' }>): string | null {
  if (ending.exitCode === 0 && ending.signal === null) return null;
  const where = whereItWas(ending.stderr);
  return nameOf(ending) + (where === null ? '' : ` (${where})`);
}

function nameOf({ exitCode, signal }: { exitCode: number; signal: string | null }): string {
  if (signal !== null) return signal;
  // Some hosts give the same 32 bits with a sign.
  const unsigned = exitCode < 0 ? exitCode + 2 ** 32 : exitCode;
  const row = table().windows.find((each) => each.exit === unsigned);
  if (row) return row.name;
  return unsigned >= 0xc0000000
    ? `0x${unsigned.toString(16).toUpperCase()}`
    : `exit code ${exitCode}`;
}

/** The innermost frame of faulthandler's trace: `Fatal Python error: ...`, then `File "x", line 3 in f`. */
function whereItWas(stderr: string): string | null {
  const begin = stderr.search(/Fatal Python error|Windows fatal exception|Current thread 0x/);
  if (begin < 0) return null;
  const frame = /File "([^"]*)", line (\d+) in (\S+)/.exec(stderr.slice(begin));
  if (!frame) return null;
  const [, file = '', line = '', name = ''] = frame;
  return `${file.split(/[\\/]/).at(-1) ?? file}:${line} ${name}`;
}
