import { linesOf } from './ini.ts';

/**
 * How lines of ours stand in one kind of file. Both are pure and work on text of any encoding in
 * which ASCII stands for itself.
 */
export type Form = {
  /** The text with what is wanted; null where it cannot be put in without a risk to what is there. */
  put: (text: string, wanted: readonly string[]) => string | null;
  /** What of it is not there yet in somebody's own words; left out where all of it is ours. */
  missing?: (text: string, wanted: readonly string[]) => string[];
  /** The text without what is ours in it; the same where nothing is. What others wrote stays. */
  takeOut: (text: string, wanted: readonly string[]) => string;
};

/** Every comment of ours begins so: whoever meets one knows whose it is. */
const mark = '# attention-doctor:';

export function comment(...lines: string[]): string[] {
  return lines.map((line) => `${mark} ${line}`);
}

export function isOurComment(line: string): boolean {
  return line.trim().startsWith(mark);
}

export function endOfLines(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The lines as they stand at the end of a text. */
export function appended(text: string, lines: readonly string[]): string {
  const end = endOfLines(text);
  const gap = /(?:^|[\r\n])$/.test(text) ? '' : end;
  return text + gap + lines.map((line) => line + end).join('');
}

/** Without our comments and without these lines, each once and whole. */
export function withoutLines(text: string, gone: readonly string[]): string {
  const left = [...gone];
  return linesOf(text)
    .filter((line) => {
      if (isOurComment(line.text)) return false;
      const at = left.indexOf(line.text.trim());
      if (at !== -1) left.splice(at, 1);
      return at === -1;
    })
    .map(({ start, next }) => text.slice(start, next))
    .join('');
}
