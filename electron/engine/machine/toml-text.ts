import { getStaticTOMLValue, ParseError, parseTOML, type AST } from 'toml-eslint-parser';

/** A text of TOML 1.1 with the place of each part in it; null where it is none. */
export function openToml(text: string): AST.TOMLTopLevelTable | null {
  // The parser takes it at the end of a text; TOML nowhere.
  if (/\r(?!\n)/.test(text)) return null;
  try {
    return parseTOML(text, { tomlVersion: '1.1' }).body[0];
  } catch (error) {
    if (error instanceof ParseError) return null;
    throw error;
  }
}

/** What stands in a text of TOML; null where it is none. */
export function parseToml(text: string): unknown {
  const table = openToml(text);
  return table && getStaticTOMLValue(table);
}
