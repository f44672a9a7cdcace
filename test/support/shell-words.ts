/**
 * How shells and Windows programs take a command line apart, by their own rules, strictly: what is
 * not allowed there throws. bash is not here; the tests ask the real one.
 */

/** cmd hands the line on as it is, unless one of these stands outside of quotes; then the program parts it. */
export function wordsInCmd(line: string): string[] {
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && '<>|&^()'.includes(letter))
      throw new Error(`cmd takes ${letter} for itself: ${line}`);
  }
  if (quoted) throw new Error(`A quote is left open: ${line}`);
  return wordsOfWindowsProgram(line);
}

/** By the rules of Microsoft's C runtime (parsing C command-line arguments), without doubled quotes. */
function wordsOfWindowsProgram(line: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quoted = false;
  for (let place = 0; place < line.length; place += 1) {
    const letter = line[place] ?? '';
    if (letter === '\\') {
      let count = 0;
      while (line[place + count] === '\\') count += 1;
      const beforeQuote = line[place + count] === '"';
      word = (word ?? '') + '\\'.repeat(beforeQuote ? Math.floor(count / 2) : count);
      place += count - 1;
      if (beforeQuote && count % 2 === 1) {
        word += '"';
        place += 1;
      }
    } else if (letter === '"') {
      quoted = !quoted;
      word ??= '';
    } else if (/\s/.test(letter) && !quoted) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + letter;
  }
  if (word !== null) words.push(word);
  return words;
}

const singleQuotes = ["'", '‘', '’', '‚', '‛'];

/** PowerShell: bare words without its own letters, single quotes in which only a quote is doubled. */
export function wordsInPowerShell(line: string): string[] {
  const words: string[] = [];
  let rest = line.startsWith('& ') ? line.slice(2) : line;
  if (!line.startsWith('& ') && singleQuotes.includes(line[0] ?? '')) {
    throw new Error(`A text in quotes is no command: ${line}`);
  }
  while (rest !== '') {
    if (rest.startsWith(' ')) rest = rest.slice(1);
    else if (singleQuotes.includes(rest[0] ?? '')) {
      const { word, length } = inSingleQuotes(rest);
      words.push(word);
      rest = rest.slice(length);
    } else {
      const bare = /^[^\s]+/.exec(rest)?.[0] ?? '';
      if (/['"‘’‚‛“”„`$(){}<>|;&,@#]/.test(bare))
        throw new Error(`PowerShell takes apart: ${bare}`);
      words.push(bare);
      rest = rest.slice(bare.length);
    }
  }
  return words;
}

function inSingleQuotes(text: string): { word: string; length: number } {
  let word = '';
  let place = 1;
  while (place < text.length) {
    const isQuote = singleQuotes.includes(text[place] ?? '');
    if (isQuote && singleQuotes.includes(text[place + 1] ?? '')) {
      word += text[place + 1] ?? '';
      place += 2;
    } else if (isQuote) return { word, length: place + 1 };
    else {
      word += text[place] ?? '';
      place += 1;
    }
  }
  throw new Error(`A quote is left open: ${text}`);
}
