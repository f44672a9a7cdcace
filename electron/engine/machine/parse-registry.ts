export type RegistryValue = { name: string; type: string; data: string };
export type RegistryListing = { path: string; values: RegistryValue[] }[];

/**
 * The answer of `reg.exe query KEY /s`. The unnamed value is printed in the language of
 * Windows ("(Default)", "(Standard)"), so any name in brackets stands for it: name ''.
 */
export function parseRegistryQuery(output: string): RegistryListing {
  const keys: RegistryListing = [];
  for (const line of output.split(/\r?\n/)) {
    if (/^HKEY_/.test(line)) {
      keys.push({ path: line.trimEnd(), values: [] });
      continue;
    }
    const match = /^ {4}(.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line);
    if (!match) continue;
    const [, name = '', type = '', data = ''] = match;
    keys.at(-1)?.values.push({ name: /^\(.+\)$/.test(name) ? '' : name, type, data });
  }
  return keys;
}

/**
 * reg.exe prints in the OEM code page of the console: what that page does not hold comes out
 * as a question mark, and we have no tables for the rest. Only plain ASCII is beyond doubt.
 */
export function isExact(output: string): boolean {
  return /^[\t\r\n\x20-\x3e\x40-\x7e]*$/.test(output);
}

/** The file that `reg.exe export` writes: UTF-16, so every name is exact. */
export function parseRegistryFile(text: string): RegistryListing {
  const keys: RegistryListing = [];
  for (const line of text.replace(/\\\r?\n\s*/g, '').split(/\r?\n/)) {
    const path = /^\[(HKEY_.*)\]$/.exec(line)?.[1];
    if (path !== undefined) {
      keys.push({ path, values: [] });
      continue;
    }
    const match = /^(?:@|"((?:[^"\\]|\\.)*)")=(.*)$/.exec(line);
    const value = match && valueOf(match[2] ?? '');
    if (value) keys.at(-1)?.values.push({ name: unescape(match[1] ?? ''), ...value });
  }
  return keys;
}

/** Text values only: nobody asks for numbers or binary data here. */
function valueOf(text: string): { type: string; data: string } | null {
  const plain = /^"(.*)"$/.exec(text)?.[1];
  if (plain !== undefined) return { type: 'REG_SZ', data: unescape(plain) };
  const [, kind = '', digits = ''] = /^hex\(([127])\):(.*)$/.exec(text) ?? [];
  if (kind === '') return null;
  const bytes = Uint8Array.from(digits.split(',').filter(Boolean), (each) => parseInt(each, 16));
  const data = new TextDecoder('utf-16le').decode(bytes).replace(/\0+$/, '');
  if (kind === '7') return { type: 'REG_MULTI_SZ', data };
  return { type: kind === '2' ? 'REG_EXPAND_SZ' : 'REG_SZ', data };
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
