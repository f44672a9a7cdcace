import { fromFileTime, type ProcessRow } from './windows-rows.ts';
import { parseJson } from './json-text.ts';

/**
 * The PowerShell that lists processes as JSON. Its output is in the console's old encoding, in
 * which a path in another script would be question marks; where it may not be changed (a locked
 * computer) it stays as it is.
 */
export const powershellListing = [
  'try { [Console]::OutputEncoding = [Text.Encoding]::UTF8 } catch { }',
  'Get-CimInstance Win32_Process | Select-Object ProcessId,ParentProcessId,ExecutablePath,CommandLine,',
  "@{Name='Started';Expression={$_.CreationDate.ToFileTimeUtc().ToString()}} | ConvertTo-Json -Compress",
].join('\n');

/** [] for what is no such listing: nothing, half of one, or what PowerShell complains of. */
export function parsePowershellListing(output: string): ProcessRow[] {
  const parsed = parseJson(output) ?? [];
  const rows: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return rows.flatMap((row) => {
    if (typeof row !== 'object' || row === null) return [];
    const values = new Map<string, unknown>(Object.entries(row));
    const number = (name: string) => {
      const value = values.get(name);
      return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
    };
    const text = (name: string) => {
      const value = values.get(name);
      return typeof value === 'string' ? value : null;
    };
    const pid = number('ProcessId');
    if (pid === null) return [];
    return [
      {
        pid,
        parentPid: number('ParentProcessId'),
        executable: text('ExecutablePath'),
        commandLine: text('CommandLine'),
        started: fromFileTime(text('Started') ?? ''),
      },
    ];
  });
}

/**
 * What wmic is asked. Not as csv: it puts no quotes around values, and its style sheet is missing
 * on a Windows in another language than English.
 */
export const wmicListing = [
  ...['process', 'get'],
  'CommandLine,CreationDate,ExecutablePath,ParentProcessId,ProcessId',
  '/value',
];

/** `Name=value` lines in the order of the alphabet: the number is the last of each process. */
export function parseWmicListing(output: string): ProcessRow[] {
  const rows: ProcessRow[] = [];
  let values = new Map<string, string>();
  for (const line of output.split(/[\r\n]+/)) {
    const [, name, value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    values.set(name, unescapeXml(value));
    if (name !== 'ProcessId') continue;
    if (/^\d+$/.test(value)) rows.push(rowOf(Number(value), values));
    values = new Map();
  }
  return rows;
}

function rowOf(pid: number, values: ReadonlyMap<string, string>): ProcessRow {
  const text = (name: string) => values.get(name) || null;
  const parent = text('ParentProcessId');
  return {
    pid,
    parentPid: parent !== null && /^\d+$/.test(parent) ? Number(parent) : null,
    executable: text('ExecutablePath'),
    commandLine: text('CommandLine'),
    started: fromCimTime(text('CreationDate') ?? ''),
  };
}

/** `20261128093015.123456+480`: local time and the minutes that it is ahead of UTC. */
export function fromCimTime(text: string): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{3})\d{3}([+-]\d{3})$/.exec(
    text.trim(),
  );
  if (!match) return null;
  const [year = 0, month = 0, day, hours, minutes, seconds, milliseconds, ahead = 0] = match
    .slice(1)
    .map(Number);
  return Date.UTC(year, month - 1, day, hours, minutes, seconds, milliseconds) - ahead * 60_000;
}

/** `"python.exe","4711",...`; header and what says that there are none are no such rows. */
export function parseTasklist(output: string): { name: string; pid: number }[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const [, name, pid] = /^"([^"]*)","(\d+)",/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, pid: Number(pid) }];
  });
}

/** The style sheets of wmic write these three as XML does. */
function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
