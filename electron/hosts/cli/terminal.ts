import { painted, unpainted } from './painted-text.ts';

/** Colours by meaning. Without colour every one is the text itself. */
export type Style = {
  good: (text: string) => string;
  bad: (text: string) => string;
  warning: (text: string) => string;
  quiet: (text: string) => string;
  strong: (text: string) => string;
};

export type Terminal = {
  style: Style;
  /** Columns to wrap text at. */
  width: number;
};

type Stream = { isTTY?: boolean; columns?: number };

/** What this stream can show: colours only for a person, and never against NO_COLOR. */
export function terminalOf(
  stream: Stream,
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const colour =
    stream.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  return { style: styleOf(colour), width: Math.min(stream.columns ?? 100, 100) };
}

export function styleOf(colour: boolean): Style {
  const paint = (code: number) => (text: string) => (colour ? painted(text, code) : text);
  return { good: paint(32), bad: paint(31), warning: paint(33), quiet: paint(2), strong: paint(1) };
}

/** Columns aligned with two blanks between them; the last one is not padded. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, widthOf(cell));
    }
  }
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - widthOf(cell)),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** Columns of the terminal that a text takes: Chinese characters take two, colours none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of unpainted(text)) {
    width += /[ᄀ-ᅟ⺀-鿿가-힣豈-﫿︰-﹏＀-｠￠-￦]/u.test(character) ? 2 : 1;
  }
  return width;
}

/** As much of a text as fits into so many columns, with a mark where some of it is missing. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
