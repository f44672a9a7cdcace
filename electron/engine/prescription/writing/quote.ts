import type { Command, Shell } from '../../../../shared/prescription.ts';

/** A command line as it is typed into that shell. Throws nothing; the words are quoted where they have to be. */
export function commandOf(shell: Shell, words: readonly string[]): Command {
  const [program = '', ...rest] = words;
  const quoted = [program, ...rest].map((word) => quote(shell, word));
  switch (shell) {
    case 'cmd':
    case 'bash':
      return { shell, text: quoted.join(' ') };
    case 'powershell':
      // A program in quotes is a text there, unless it is called.
      return { shell, text: `${quoted[0] === program ? '' : '& '}${quoted.join(' ')}` };
    case 'notebook':
      return { shell, text: `!${quoted.join(' ')}` };
  }
}

function quote(shell: Shell, word: string): string {
  switch (shell) {
    case 'cmd':
      return quoteForCmd(word);
    case 'powershell':
      return quoteForPowerShell(word);
    case 'bash':
    case 'notebook':
      return quoteForBash(word);
  }
}

/**
 * Between double quotes cmd leaves < > & | ^ ( ) and blanks alone. `%` cannot be quoted at its
 * prompt: a name between two of them that is no variable stays as it is.
 */
function quoteForCmd(word: string): string {
  if (/^[\w.:\\/@+~=-]+$/.test(word)) return word;
  return `"${word.replaceAll('"', '\\"')}"`;
}

/** PowerShell takes the curly quotes for quotes, too; between single ones nothing else counts. */
function quoteForPowerShell(word: string): string {
  if (/^[\w.:\\/+~=-]+$/.test(word) && !/^-?\d/.test(word)) return word;
  return `'${word.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
}

function quoteForBash(word: string): string {
  if (/^[\w.:/@+%,=~-]+$/.test(word) && !word.startsWith('~')) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}
