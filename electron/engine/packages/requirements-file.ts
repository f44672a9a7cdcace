import { decodeBytes } from '../machine/line-reader.ts';
import { parseRequirement, type RequirementLine } from './requirement.ts';

/** One requirement of a file, as it is written, and with what it was understood as. */
export type FileRequirement = RequirementLine & { text: string };

export type RequirementsFile = {
  requirements: FileRequirement[];
  /** `-r` and `-c`, as they are written. */
  includes: { kind: 'requirements' | 'constraints'; path: string }[];
};

/**
 * A requirements file as pip reads it (pip documentation, requirements file format): comments, lines
 * that go on, options of the file and of a line, addresses, includes. What is none of these is left
 * out: an old file may hold anything.
 */
export function parseRequirementsFile(bytes: Uint8Array): RequirementsFile {
  const file: RequirementsFile = { requirements: [], includes: [] };
  for (const line of logicalLines(textOf(bytes))) {
    const include = /^(-r|-c|--requirement|--constraint)(?:[ \t]*=[ \t]*|[ \t]*)(\S.*)$/.exec(line);
    if (include) {
      const [, word = '', path = ''] = include;
      const kind = /^(-c|--constraint)/.test(word) ? 'constraints' : 'requirements';
      file.includes.push({ kind, path: path.trim().replace(/^(['"])(.*)\1$/, '$2') });
      continue;
    }
    const found = requirementOf(line);
    if (found) file.requirements.push(found);
  }
  return file;
}

/** One line of such a file, or one word behind `pip install`; null where it names no package. */
export function requirementOf(line: string): FileRequirement | null {
  const text = line.replace(/^(?:-e|--editable)(?:[ \t]*=|[ \t])[ \t]*/, '').trim();
  if (text === '' || text.startsWith('-')) return null;
  // Options of a line: hashes for pip, an index for ComfyUI-Manager.
  const plain = text.replace(/\s+--?[a-z][\w-]*(?:[=\s].*)?$/i, '').trim();
  const address = /^(?:[a-z][a-z\d+.-]*:|\.{0,2}\/)\S*/i.exec(plain)?.[0];
  const found = address === undefined ? parseRequirement(plain) : ofAddress(address, plain);
  return found && { ...found, text };
}

/** A bare address: a wheel's name says what it is, and so does `#egg=`. */
function ofAddress(url: string, line: string): RequirementLine | null {
  const marker = /\s+;(.*)$/.exec(line)?.[1];
  const name = nameInAddress(url);
  if (name === null) return null;
  return parseRequirement(`${name} @ ${url}${marker === undefined ? '' : ` ; ${marker}`}`);
}

function nameInAddress(url: string): string | null {
  const egg = /[#&]egg=([A-Za-z0-9][\w.-]*)/.exec(url)?.[1];
  const file = decoded(/[^/\\]*$/.exec(url.split(/[?#]/)[0] ?? '')?.[0] ?? '');
  // A source archive is called NAME-VERSION (packaging.python.org, source distribution format).
  const archive = /^([A-Za-z0-9][\w.-]*?)-\d[^-]*\.(?:tar\.(?:gz|bz2|xz)|tgz|zip)$/.exec(file)?.[1];
  return egg ?? wheelInAddress(url)?.name ?? archive ?? nameOfRepository(url);
}

/** Who leaves out `#egg=` names the package by its sources as a rule; pip takes no other scheme for git. */
function nameOfRepository(url: string): string | null {
  const name = '([A-Za-z0-9][\\w.-]*?)';
  const behind = '(?:@[^/#]*)?(?:#.*)?$';
  const said = new RegExp(`^git\\+[^#]*/${name}(?:\\.git)?${behind}`).exec(url)?.[1];
  return said ?? new RegExp(`^[^#]*/${name}\\.git${behind}`).exec(url)?.[1] ?? null;
}

/** What the wheel behind an address is; null where it is none. */
export function wheelInAddress(url: string): { name: string; version: string } | null {
  const file = /([^/\\]+)\.whl(?:[?#].*)?$/.exec(url)?.[1];
  if (file === undefined) return null;
  const [name = '', version = ''] = decoded(file).split('-');
  return version === '' ? null : { name, version };
}

function decoded(text: string): string {
  return text.replace(/%2b/gi, '+');
}

function textOf(bytes: Uint8Array): string {
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  const text = bigEndian ? new TextDecoder('utf-16be').decode(bytes) : decodeBytes(bytes);
  return text.replace(/^\ufeff/, '');
}

/** Without comments, and with lines joined that go on (`\` at their end). */
function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let open = '';
  for (const each of text.split(/\r\n|\r|\n/)) {
    const isComment = /^\s*#/.test(each);
    if (/\\$/.test(each) && !isComment) {
      open += each.slice(0, -1);
      continue;
    }
    // A comment ends what went on, and is no part of it.
    lines.push(isComment ? open : open + each);
    open = '';
  }
  lines.push(open);
  return lines.map((line) => line.replace(/(^|\s+)#.*$/, '').trim()).filter((line) => line !== '');
}
