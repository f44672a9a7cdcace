/** What stands in the place of private text, between `<` and `>`. */
export const placeholders = [
  'secret',
  'token',
  'credentials',
  'user',
  'host',
  'home',
  'address',
  'folder',
  'e-mail',
  'organisation',
  'sid',
  'private key',
] as const;

/** A piece of a text; `replaced` where it stands for something private. */
export type MarkedPiece = { text: string; replaced: boolean };

/** `~` is the home folder where a path goes on behind it, or ends. */
const marks = new RegExp(
  String.raw`(<(?:${placeholders.join('|')})>|(?<![\w~])~(?=[\\/]|$))`,
  'gm',
);

/** A redacted text cut at what was replaced in it, so that it can be shown. */
export function markedPieces(text: string): MarkedPiece[] {
  return text
    .split(marks)
    .map((piece, index) => ({ text: piece, replaced: index % 2 === 1 }))
    .filter(({ text: piece }) => piece !== '');
}
