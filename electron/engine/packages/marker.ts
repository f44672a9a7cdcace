/** The variables of a marker's surroundings by name; one that nobody knows is left out. */
export type MarkerEnvironment = Readonly<Partial<Record<string, string>>>;

/** A condition of a requirement, as a tree. */
export type Marker =
  | { kind: 'and' | 'or'; parts: readonly Marker[] }
  | { kind: 'compare'; left: Operand; operator: string; right: Operand };
export type Operand = { variable: string } | { text: string };

type Token = { kind: 'sign' | 'word' | 'text'; text: string };

/**
 * What stands behind the semicolon of a requirement (packaging.python.org, dependency
 * specifiers: environment markers). Throws `SyntaxError` where the text is no marker.
 */
export function parseMarker(text: string): Marker {
  const reader = { tokens: tokensOf(text), at: 0, text };
  const marker = either(reader);
  if (reader.at !== reader.tokens.length) throw new SyntaxError(text);
  return marker;
}

type Reader = { tokens: readonly Token[]; at: number; text: string };

function either(reader: Reader): Marker {
  return chain(reader, 'or', () => chain(reader, 'and', () => single(reader)));
}

function chain(reader: Reader, kind: 'and' | 'or', part: () => Marker): Marker {
  const first = part();
  const parts = [first];
  while (takes(reader, kind)) parts.push(part());
  return parts.length === 1 ? first : { kind, parts };
}

function single(reader: Reader): Marker {
  if (takes(reader, '(')) {
    const inner = either(reader);
    if (!takes(reader, ')')) throw new SyntaxError(reader.text);
    return inner;
  }
  return {
    kind: 'compare',
    left: operand(reader),
    operator: operator(reader),
    right: operand(reader),
  };
}

function operator(reader: Reader): string {
  if (takes(reader, 'not') && takes(reader, 'in')) return 'not in';
  const found = comparisons.find((each) => takes(reader, each));
  if (found === undefined) throw new SyntaxError(reader.text);
  return found;
}

function operand(reader: Reader): Operand {
  const found = reader.tokens[reader.at];
  reader.at += 1;
  if (found?.kind === 'text') return { text: found.text };
  if (found?.kind === 'word') return { variable: found.text };
  throw new SyntaxError(reader.text);
}

/** Goes on where the next token is this word or sign, never a text in quotation marks. */
function takes(reader: Reader, text: string): boolean {
  const next = reader.tokens[reader.at];
  if (next === undefined || next.kind === 'text' || next.text !== text) return false;
  reader.at += 1;
  return true;
}

const comparisons = ['in', '===', '==', '~=', '!=', '<=', '>=', '<', '>'];
const token = /\s*(?:(===|==|~=|!=|<=|>=|[<>()])|([A-Za-z_][\w.]*)|'([^']*)'|"([^"]*)")/y;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  const end = text.trimEnd().length;
  while (token.lastIndex < end) {
    const match = token.exec(text);
    if (!match) throw new SyntaxError(text);
    const [, sign, word, single, double] = match;
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'text', text: single ?? double ?? '' });
  }
  return tokens;
}
