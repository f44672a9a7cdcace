/** A value of an .fds file with the keys that lead to it. */
export type FreneticValue = { keys: string[]; value: string };

const escapes: Readonly<Record<string, string>> = {
  s: '\\',
  t: '\t',
  n: '\n',
  r: '\r',
  x: '',
  // Only in keys.
  d: '.',
  c: ':',
  e: '=',
};

/**
 * Reads Frenetic Data Syntax: `key: value` lines, sections by indentation, # comments. Lines
 * that make no sense are passed over.
 * Source: FreneticLLC/FreneticUtilities FreneticDataSyntax/FDSUtility.cs.
 */
export function parseFreneticData(text: string): FreneticValue[] {
  const values: FreneticValue[] = [];
  let open: { indent: number; key: string }[] = [];
  for (const line of text.replace(/\t/g, '    ').split(/\r\n|\r|\n/)) {
    const match = /^( *)([^:=#\s][^:=]*):(.*)$/.exec(line);
    if (!match) continue;
    const [, spaces = '', key = '', rest = ''] = match;
    open = open.filter((section) => section.indent < spaces.length);
    const keys = [...open.map((section) => section.key), unescape(key.trim())];
    open.push({ indent: spaces.length, key: unescape(key.trim()) });
    if (rest.trim() !== '') values.push({ keys, value: unescape(rest.trim()) });
  }
  return values;
}

function unescape(text: string): string {
  return text.replace(/\\([stnrxdce])/g, (_, letter: string) => escapes[letter] ?? '');
}
