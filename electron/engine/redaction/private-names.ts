import { spelled, spelledFolder } from './spellings.ts';

/** Private text by name, replaced wherever it stands. */
export type Private = { home: string; user: string; host: string };

export type NameRow = { kind: string; pattern: RegExp; replacement: string };

/** Names that say nothing about anybody. */
const commonNames = new Set([
  'root',
  'user',
  'admin',
  'administrator',
  'ubuntu',
  'runner',
  'home',
  'localhost',
  'public',
  'default',
  'python',
  'comfy',
  'comfyui',
  'test',
]);

/** The home folder, the user and the computer in every spelling; longest first. */
export function rowsOfNames({ home, user, host }: Private): NameRow[] {
  const rows = [
    ...foldersToHide(home).map((text) => ({
      kind: 'home',
      text,
      // A folder must end where it ends: /home/jo is not the beginning of /home/joanna.
      pattern: new RegExp(String.raw`${spelledFolder(text)}(?![\p{L}\p{N}_-])`, 'giu'),
      replacement: '~',
    })),
    ...namesToHide(user).map((text) => ({
      kind: 'user',
      text,
      pattern: wholeName(spelled(text), text),
      replacement: '<user>',
    })),
    ...shortNames(user).map((text) => ({
      kind: 'user',
      text,
      pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])${text}~\d(?!\d)`, 'giu'),
      replacement: '<user>',
    })),
    ...hostsToHide(host).map((text) => ({
      kind: 'host',
      text,
      pattern: wholeName(`${spelled(text)}(?:\\.local|\\.lan)?${domain}`, text),
      replacement: '<host>',
    })),
  ];
  return rows.sort((a, b) => b.text.length - a.text.length);
}

/** What a network appends to a host name; not the ending of a file that is called like it. */
const domain = String.raw`(?:\.(?!(?:py|pyd|txt|log|json|dll|so|exe|md|toml|cfg|ini|ya?ml|zip|whl|bat|cmd|ps1|sh|html?|png|safetensors)(?![\w-]))[a-z][a-z0-9-]{1,62}){0,4}`;

/** `/` alone is no home worth hiding. */
function foldersToHide(home: string): string[] {
  return home.replace(/[\\/]+$/, '').length < 3 ? [] : [home.replace(/[\\/]+$/, '')];
}

/** Two Chinese characters are a whole name; two letters are a word of any text. */
function namesToHide(name: string): string[] {
  const enough = hasWideLetters(name) ? 2 : 3;
  return name.length >= enough && !commonNames.has(name.toLowerCase()) ? [name] : [];
}

function hostsToHide(host: string): string[] {
  const [first = ''] = host.split('.');
  // NetBIOS knows the first fifteen characters.
  const all = [host, first, ...(first.length > 15 ? [first.slice(0, 15)] : [])];
  return [...new Set(all)].flatMap(namesToHide);
}

/** JOHNDO~1: what Windows makes of a name that is long or has blanks, for old programs. */
function shortNames(user: string): string[] {
  const letters = user.replace(/[^A-Za-z0-9]/g, '');
  const shortened = user.length > 8 || letters !== user;
  return shortened && letters.length >= 2 ? [letters.slice(0, 6)] : [];
}

/** Where letters end a name they must end it in the text too; Chinese has no blanks between words. */
function wholeName(source: string, name: string): RegExp {
  const before = hasWideLetters(name.charAt(0))
    ? ''
    : String.raw`(?:(?<![\p{L}\p{N}])|(?<=%[0-9a-f]{2}|\\u[0-9a-f]{4}|\\[nrt]))`;
  const after = hasWideLetters(name.slice(-1)) ? '' : String.raw`(?![\p{L}\p{N}])`;
  return new RegExp(`${before}${source}${after}`, 'giu');
}

function hasWideLetters(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}
