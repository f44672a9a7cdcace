/**
 * One character of a name in every way that programs write it: as it is, percent-encoded in UTF-8
 * and in GBK, escaped in JSON, Python, HTML and git. The source of an expression for flags `iu`.
 */
function spellings(character: string): string {
  if (/^[A-Za-z0-9]$/.test(character)) return character;
  if (character === ' ') return String.raw`(?: |%(?:25)*20|\+|\\{1,4}u0020|\\ |&#32;|&nbsp;)`;
  const code = character.codePointAt(0) ?? 0;
  const utf8 = [...Buffer.from(character, 'utf8')];
  const forms = [
    literal(character),
    percent(utf8),
    String.raw`&#0{0,4}${code};`,
    String.raw`&#x0{0,4}${code.toString(16)};`,
  ];
  if (code < 0x80) return `(?:${forms.join('|')})`;
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  const gbk = gbkOf(character);
  return `(?:${[
    ...forms,
    literal(character.normalize('NFD')),
    units.map((unit) => String.raw`\\{1,4}u${hex(unit, 4)}`).join(''),
    String.raw`\\{1,4}u\{0{0,4}${code.toString(16)}\}`,
    String.raw`\\{1,4}U${hex(code, 8)}`,
    ...(code < 0x100 ? [String.raw`\\{1,4}x${hex(code, 2)}`] : []),
    bytes(utf8),
    utf8.map((byte) => String.raw`\\{1,4}${byte.toString(8)}`).join(''),
    ...(gbk ? [percent(gbk), bytes(gbk)] : []),
  ].join('|')})`;
}

/** A whole name, each of its characters in any spelling. */
export function spelled(name: string): string {
  return [...name.normalize('NFC')].map(spellings).join('');
}

/** Separators of folders, single, doubled by an escape, or percent-encoded. */
const separator = String.raw`(?:[\\/]{1,4}|%(?:25)*5C|%(?:25)*2F)`;

/** A folder of Windows or Unix wherever its drive is mounted (MSYS, Cygwin, WSL). */
export function spelledFolder(folder: string): string {
  const [first = '', ...rest] = folder.split(/[\\/]+/);
  const drive = /^([A-Za-z]):$/.exec(first)?.[1];
  const start = drive
    ? String.raw`(?:(?<![\p{L}\p{N}])${drive}(?::|%3A|\|)|(?:\/mnt|\/cygdrive)?\/${drive}(?=\/))`
    : spelled(first);
  return [start, ...rest.filter((each) => each !== '').map(spelled)].join(separator);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
function bytes(values: readonly number[]): string {
  return values.map((byte) => String.raw`\\{1,4}x${hex(byte, 2)}`).join('');
}
function percent(values: readonly number[]): string {
  return values
    .map((byte) => {
      const encoded = `%(?:25)*${hex(byte, 2)}`;
      const letter = String.fromCharCode(byte);
      // The second byte of GBK may be a letter, which encoders leave alone.
      return /^[A-Za-z0-9]$/.test(letter) ? `(?:${encoded}|${letter})` : encoded;
    })
    .join('');
}

let gbkTable: Map<string, [number, number]> | null = null;

/** The two bytes of GBK (CP936), which old Windows programs write; null where it has none. */
function gbkOf(character: string): [number, number] | null {
  gbkTable ??= readGbkTable();
  return gbkTable.get(character) ?? null;
}

function readGbkTable(): Map<string, [number, number]> {
  const table = new Map<string, [number, number]>();
  const decoder = new TextDecoder('gbk');
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1) table.set(character, [first, second]);
    }
  }
  return table;
}
