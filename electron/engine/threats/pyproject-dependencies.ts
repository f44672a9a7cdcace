/**
 * The texts in `dependencies = [...]` of a pyproject.toml's `[project]` table; [] where there is none.
 * No whole TOML is read: an array of texts is all that PEP 621 allows there.
 */
export function dependenciesIn(text: string): string[] {
  const table = /^[ \t]*\[[ \t]*project[ \t]*\][^\n]*\n/m.exec(text);
  if (!table) return [];
  const rest = text.slice(table.index + table[0].length);
  const next = /^[ \t]*\[[ \t]*[\w"'.[-]+/m.exec(withoutArrays(rest));
  const body = rest.slice(0, next?.index ?? rest.length);
  const key = /^[ \t]*dependencies[ \t]*=[ \t]*\[/m.exec(body);
  return key ? textsUntilBracket(body.slice(key.index + key[0].length)) : [];
}

/** As long, and without what looks like a table and is a line of an array. */
function withoutArrays(text: string): string {
  return text.replace(/=[ \t]*\[[^\]]*\]/g, (array) => array.replace(/[^\n]/g, ' '));
}

function textsUntilBracket(text: string): string[] {
  const found: string[] = [];
  const part = /\s+|,|#[^\n]*|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'/y;
  for (let match = part.exec(text); match; match = part.exec(text)) {
    const [, double, single] = match;
    if (single !== undefined) found.push(single);
    else if (double !== undefined) found.push(double.replace(/\\(.)/g, '$1'));
  }
  return found;
}
