/** What a name or a program may try to do to the terminal that shows it. */
export const attacks: Record<string, string> = {
  'OSC 52: the clipboard': '\u001b]52;c;ZWNobyBvd25lZA==\u0007',
  'the title': '\u001b]0;owned\u001b\\',
  'clear the screen': '\u001b[2J\u001b[H',
  'a colour like ours': '\u001b[31m',
  bell: '\u0007',
  'right to left': '\u202e',
  isolate: '\u2066x\u2069',
  'a line of its own': '\nProblem: nothing is wrong here',
  'back to the beginning': '\rProblem',
  tab: '\t',
  backspace: '\b\b',
  'C1: CSI in one byte': '\u009b2J',
  'C1: next line': '\u0085',
  'no width': '\u200b\ufeff\u2060',
  'line separator': '\u2028\u2029',
  tags: '\u{e0041}',
  'soft hyphen': '\u00ad',
};

/** All of it in one text that is also a legal name of a folder on Unix. */
export const steeringName = `evil ${Object.values(attacks).join('')} end`;

/** What must never reach a terminal or a pipe: everything of the above but the line feed. */
export const steeringCharacters = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
