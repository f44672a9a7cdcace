/**
 * What steers a terminal or the direction of a text, or is there without being seen: control and
 * format characters, separators of lines, halves of characters, letters that take no room.
 */
const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]/gu;

const short = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * A text of one line that does nothing but stand there: whatever would steer what shows it is
 * written as its escape (\n, \u001b, \u202e). For names of folders, words and what programs print.
 */
export function visibleText(text: string): string {
  return text.replace(steering, (character) => short.get(character) ?? escaped(character));
}

/** JSON with the same characters as escapes of JSON: its value is the same, a terminal is safe. */
export function visibleJson(json: string): string {
  // A line feed between fields is the form of the document; inside of texts it is escaped already.
  return json.replace(steering, (character) =>
    character === '\n'
      ? character
      : [...Array(character.length).keys()]
          .map((at) => `\\u${hexadecimal(character.charCodeAt(at))}`)
          .join(''),
  );
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${hexadecimal(code)}`;
}

function hexadecimal(code: number): string {
  return code.toString(16).padStart(4, '0');
}
