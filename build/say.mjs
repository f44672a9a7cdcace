/** Messages of the build go to stderr: stdout belongs to the program that is being built and run. */

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** The language of the person at the terminal, as the environment says. */
function terminalLanguage(environment = process.env) {
  const value = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  const system = value || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(system) ? 'zh-CN' : 'en';
}

/**
 * Picks the sentence in the language of the terminal. The build stands outside of shared/messages
 * because it runs before anything is compiled.
 * @param {{ en: string, 'zh-CN': string }} sentence
 */
export function inTerminalLanguage(sentence) {
  return sentence[terminalLanguage()];
}
