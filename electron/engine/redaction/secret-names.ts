import { placeholders } from '../../../shared/redaction-marks.ts';

/**
 * Names of settings that hold secrets, as pieces of expressions. A name is known by its end, so
 * that CIVITAI_API_KEY, `comfyApiKey` and `"hf_token"` need no row of their own.
 */

/** Whatever stands in a setting with such a name is secret; letter case does not matter. */
export const strongNames = [
  'pass(?:word|wd|phrase|code)',
  'secret(?:[_-]?(?:key|token|value))?',
  '(?:api|access|account|private|signing|encryption|licen[cs]e|subscription|master|auth|client|deploy|ssh|storage|service|session)[_-]?key',
  '(?:access|auth|refresh|id|session|bearer|bot|hf|hub|security|private|personal|identity|api)[_-]?token',
  '(?<![a-z])credentials?',
  'connection[_-]?string',
].join('|');

/** Endings of environment variables, in capitals only: `sort_key` is no secret, `OPENAI_KEY` is. */
export const variableNames =
  '(?:(?<!PUBLIC|SORT|CACHE|PRIMARY|FOREIGN|PARTITION)_KEY|(?<![A-Z0-9_])KEY|(?<!PAD|EOS|BOS|UNK)_TOKEN|(?<![A-Z0-9_])TOKEN|_PASS|_AUTH|_CREDENTIALS?|_COOKIE|_PSK|_PAT)';

/** Words before “token” that make it one of a language model, or of a sentence. */
const otherTokens =
  'pad|eos|bos|unk|sep|cls|mask|image|audio|video|vision|text|start|end|stop|special|next|prev|prompt|extra|boi|eoi|placeholder|trigger|class|per|each|last|first|new|invalid|unexpected|unknown|bad';

/** Names that hold other things as well: only what looks like a secret is taken for one. */
export const weakNames = `(?<!(?:${otherTokens})[_ -]?)(?:[tT]oken|TOKEN)|(?<![a-zA-Z])(?:[aA]uth|AUTH)|(?<![a-zA-Z])[pP]ass`;

/** A number behind the name, and nothing else that would make it another word. */
export const endOfName = '(?:_?\\d{1,3})?(?![\\w-])';

/** Each word as programs write it: true, True, TRUE. */
function anyCase(words: string): string {
  return words
    .split(' ')
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()])
    .join('|');
}

/**
 * Nothing of the value comes any more: it ends, or only what closes a list or a sentence follows. Of
 * what a backslash escapes only a quote ends it.
 */
export const endOfValue = String.raw`(?=[,;:.)\]}]{0,4}(?:[\s"']|\\{1,7}["']|$))`;

const replaced = `<(?:${placeholders.join('|')})>`;

/** What stands for “nothing” or for a type. */
const nothing = `(?:${anyCase('true false none null nil undefined yes no on off str string int bool bytes')}|SecretStr)`;

/** What brackets hold in an expression: one name in quotes, or names of the program. */
const argument = String.raw`(?:\\{0,7}["'][A-Za-z_]\w{0,60}\\{0,7}["'](?:, ?None)?|[A-Za-z_.]{0,40})`;

/** `os.environ["HF_TOKEN"]`, `self.token`, `Optional[str]`: names of letters alone, and nothing besides. */
const expression = [
  String.raw`(?:self|os|args|kwargs|config|cfg|cls|settings|environ|getpass|getenv|process|params|opts|options|request)(?:\.[A-Za-z_]{1,24}|\[${argument}\]|\(${argument}\)){1,6}`,
  String.raw`(?:Optional|Union|List)\[[A-Za-z_., |[\]]{1,60}\]`,
].join('|');

/**
 * What is no secret, as all of a value without quotes. That a value only begins so says nothing: a
 * password may be `os.--*A~A00`.
 */
export const noSecret = `${replaced}(?:${endOfValue}|(?=[&;#][\\w-]{1,40}=))|(?:${nothing}|${expression})${endOfValue}`;

/** The same in quotes, where a name of a program is a text like any other. */
export const noSecretText = `(?:${replaced}|${nothing})`;

/** In XML and pairs of texts, where the name stands alone and its letter case is any. */
export const fieldNames = `${strongNames}|(?<![a-z])pwd|(?<!sort|cache|primary|foreign|public)_key|(?<!(?:${otherTokens})[_ -]?)token|_pass|_auth|_credentials?|_cookie|_psk|_pat`;

const wholeName = new RegExp(
  `(?:${strongNames}|(?<![a-z])pwd|${weakNames}|(?<![a-z])authorization|(?<![a-z])cookie)(?:_?\\d{1,3})?$`,
  'i',
);
const wholeVariable = new RegExp(`${variableNames}(?:_?\\d{1,3})?$`);

/** Whether a field or a variable with this name holds a secret. */
export function isSecretName(name: string): boolean {
  if (name === 'PWD' || name === 'OLDPWD') return false; // the working folder of a shell
  return wholeName.test(name) || wholeVariable.test(name);
}

/** Whether this word of a command line says that the next one is a secret. */
export function isSecretFlag(word: string): boolean {
  return word.startsWith('-') && !word.includes('=') && wholeName.test(word);
}
