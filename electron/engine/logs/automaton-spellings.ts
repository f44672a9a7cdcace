const highByte = '\u0080';
const curlyQuote = highByte.repeat(3);

/**
 * The ways in which an anchor stands in a log: as printed, inside of a quoted string (JSON,
 * Python's repr), where quotes and backslashes get a backslash, and with the curly quotes of
 * forums, which are three bytes each in UTF-8.
 */
export function spellings(anchor: string): string[] {
  const quoted = anchor.replaceAll('\\', '\\\\');
  return [
    ...new Set([
      anchor,
      quoted,
      quoted.replaceAll(/["']/g, '\\$&'),
      quoted.replaceAll('"', '\\"'),
      anchor.replaceAll(/["'`]/g, curlyQuote),
    ]),
  ];
}
