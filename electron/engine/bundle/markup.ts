/** A piece of a page in which nothing that came from outside is a mark of HTML. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Piece = string | number | Markup | readonly Markup[];

/** html`<p>${anything}</p>`: what is put in is text, unless it is a piece of a page itself. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const text = parts.map((part, index) => {
    const piece = pieces[index];
    return piece === undefined ? part : part + written(piece);
  });
  return new Markup(text.join(''));
}

function written(piece: Piece): string {
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map((each) => each.text).join('\n');
  return String(piece).replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
