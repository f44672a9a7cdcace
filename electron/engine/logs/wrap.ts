/** How a console, a mail or a forum tore the lines of a text apart. */
export type Wrap = {
  columns: number;
  /** Behind exactly so many columns, or before the word that would not have fitted. */
  at: 'column' | 'word';
  /** Consoles give a Chinese character two columns; editors and mail count characters. */
  measure: 'characters' | 'columns';
};

/** Widths that consoles and mail programs have from the start. */
const usualWidths = [72, 76, 78, 80, 100, 120, 132, 160];
const narrowest = 60;
const widest = 250;
/** So many lines have to be torn before a width counts, if it is none of the usual ones. */
const enoughTorn = 2;
const enoughTornAtWords = 3;
/** Before a longer one a line may be short for another reason: a table with long keys. */
const longestWord = 20;

// Blocks of Unicode that East Asian consoles show in two columns (Unicode TR 11, "W" and "F").
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/gu;

/** What a new entry begins with, however long the line before it was. */
const beginning =
  /^(?:(?:[a-z_]{1,20}\.){0,4}[A-Z]\w{0,40}(?:Error|Exception|Warning|Interrupt)\b|got prompt|\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d|\[\d|\[?(?:INFO|WARNING|WARN|ERROR|DEBUG)\b|Traceback \(|\s+File "|File "|!!! |\*\* |>>> |C:\\.*>|\$ )/;

/** A line of a traceback is whole as it is (Python's traceback.StackSummary.format_frame_summary). */
const frame = /^\s*File ".*", line \d+(?:, in \S+)?$/;

/** Whether long lines were torn apart, and at which width. Pure; some hundred lines tell. */
export function wrapOf(lines: readonly string[]): Wrap | null {
  const candidates = (['characters', 'columns'] as const).flatMap((measure) => {
    const counts = countLengths(lines, measure);
    const longest = Math.max(0, ...counts.keys());
    return [
      ...[...new Set([...usualWidths, longest])].map((columns) => {
        const wrap: Wrap = { columns, at: 'column', measure };
        return { wrap, torn: counts.has(columns) ? tornAtColumn(lines, wrap, counts, longest) : 0 };
      }),
      ...usualWidths
        .filter((width) => width >= longest)
        .slice(0, 1)
        .map((columns) => {
          const wrap: Wrap = { columns, at: 'word', measure };
          const torn = tornLines(lines, wrap);
          return { wrap, torn: torn >= enoughTornAtWords ? torn : 0 };
        }),
    ];
  });
  const best = candidates.reduce((most, each) => (each.torn > most.torn ? each : most));
  return best.torn > 0 ? best.wrap : null;
}

/**
 * A usual width that no line exceeds is one; of any other, more lines must be torn than are nearly
 * as long, since lines of any length may be equally long by chance.
 */
function tornAtColumn(
  lines: readonly string[],
  wrap: Wrap,
  counts: ReadonlyMap<number, number>,
  longest: number,
): number {
  const { columns } = wrap;
  if (columns < narrowest || columns > widest) return 0;
  const torn = tornLines(lines, wrap);
  if (columns === longest && usualWidths.includes(columns)) return torn;
  const near = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5].map((by) => counts.get(columns + by) ?? 0);
  return torn >= enoughTorn && torn > 2 * Math.max(...near) ? torn : 0;
}

function countLengths(
  lines: readonly string[],
  measure: Wrap['measure'],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const length = lengthOf(line, measure);
    counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  return counts;
}

/** What goes between a line and the next one where both are one line; null where they are two. */
export function seamBetween(line: string, next: string, wrap: Wrap): string | null {
  if (!mayContinue(line, next)) return null;
  const length = lengthOf(line, wrap.measure);
  if (wrap.at === 'column') {
    if (length === wrap.columns) return '';
    // Whoever pasted it lost the space in the last column.
    return length === wrap.columns - 1 && /^\S/.test(next) && !line.endsWith(' ') ? ' ' : null;
  }
  const word = firstWord(next);
  if (word === '' || length > wrap.columns || length < wrap.columns - longestWord) return null;
  return length + 1 + lengthOf(word, wrap.measure) > wrap.columns ? ' ' : null;
}

/** Each once: a program that repeats itself tears nothing. */
function tornLines(lines: readonly string[], wrap: Wrap): number {
  const torn = lines.filter((line, index) => {
    const seam = seamBetween(line, lines[index + 1] ?? '', wrap);
    return seam !== null && (wrap.at === 'word' || seam === '');
  });
  return new Set(torn).size;
}

function mayContinue(line: string, next: string): boolean {
  if (next.trim() === '') return false;
  if (beginning.test(next) && !isWithinQuotes(line)) return false;
  // A collector of logs puts the same mark before every line that it gets.
  if (firstWord(line) !== '' && firstWord(line) === firstWord(next)) return false;
  // A traceback's frames and the rows of a table are whole as they are.
  if (frame.test(line) || /^\S+\s{2}/.test(next)) return false;
  // Rulers, boxes and progress bars fill a line without going on in the next one.
  return /[\p{L}\d]/u.test(line) && !/[│┃║╮╯┐┘|]\s*$|\r/.test(line) && !/\d%\|.*\]\s*$/.test(line);
}

function isWithinQuotes(line: string): boolean {
  return (line.match(/"/g)?.length ?? 0) % 2 === 1 || /[:=([{,] ?["']$/.test(line);
}

/** Of a line that is not indented. */
function firstWord(line: string): string {
  return /^\S*/.exec(line)?.[0] ?? '';
}

function lengthOf(line: string, measure: Wrap['measure']): number {
  const characters = Array.from(line).length;
  return measure === 'characters' ? characters : characters + (line.match(wide)?.length ?? 0);
}
