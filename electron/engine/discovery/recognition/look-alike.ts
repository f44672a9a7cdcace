import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { entriesOf } from './config-file.ts';
import {
  foldersOfBackups,
  namesOfPrograms,
  unpackedUpgrade,
  wordsOfAge,
  wordsOfBackup,
} from './passed-over-names.ts';

/** What marks the name, and what of it is left without the marks. */
type MarkedName = {
  /** One of the marks is a word of backup, not merely one of age. */
  isBackup: boolean;
  place: 'whole' | 'end' | 'beginning' | 'middle';
  before: string;
  rest: string;
};

const isLatin = (word: string): boolean => /^\p{Script=Latin}+$|^\p{Script=Cyrillic}+$/u.test(word);

/** Whole words; writing without spaces has none, so that there the word alone is enough. */
function anyOf(words: readonly string[]): string {
  const bounded = words.filter(isLatin).join('|');
  const free = words.filter((word) => !isLatin(word)).join('|');
  return `(?<!\\p{L})(?:${bounded})(?!\\p{L})|${free}`;
}
const mark = new RegExp(`${anyOf([...wordsOfBackup, ...wordsOfAge])}|~$`, 'iu');
const marks = new RegExp(mark, 'giu');
const backups = new RegExp(`${anyOf(wordsOfBackup)}|~$`, 'iu');
const letters = /\p{L}/u;

function lettersOf(name: string): string {
  return name
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function readName(written: string): MarkedName | null {
  // macOS takes letters and their accents apart.
  const name = written.normalize('NFC');
  // Of thousands of names few have any: asking for the first costs a tenth of asking for all.
  if (!mark.test(name)) return null;
  const found = [...name.matchAll(marks)];
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last) return null;
  const before = name.slice(0, first.index);
  const after = name.slice(last.index + last[0].length);
  const atEnd = !letters.test(after);
  return {
    isBackup: found.some(([word]) => backups.test(word)),
    place: letters.test(before) ? (atEnd ? 'end' : 'middle') : atEnd ? 'whole' : 'beginning',
    before: before.replace(/[^\p{L}\d]+$/u, '').toLowerCase(),
    rest: lettersOf(name.replaceAll(marks, ' ')),
  };
}

/**
 * Whether a folder that a search came upon is a copy that somebody keeps aside: by its own name
 * (ComfyUI_backup, Copy of ComfyUI, ComfyUI - 副本), never by those of the folders above it.
 * `isRoot`: an install was recognised in it.
 */
export async function isKeptAside(
  system: System,
  folder: string,
  isRoot: boolean,
): Promise<boolean> {
  const own = path.basename(folder);
  if (unpackedUpgrade.test(own)) return true;
  const name = readName(own);
  if (!name) return false;
  if (foldersOfBackups.has(lettersOf(own))) return true;
  const nearby = name.place !== 'middle' || name.isBackup;
  if (namesOfPrograms.test(name.rest)) return nearby || (await hasOriginal(system, folder, name));
  // `old disk` or `Backup Drive` may hold anything; an install that is called `mine-old` is one.
  return isRoot && (name.place === 'end' || name.place === 'whole');
}

/** Whether what ComfyUI-old-GPU is a variant of lies beside it. */
async function hasOriginal(system: System, folder: string, name: MarkedName): Promise<boolean> {
  const beside = await entriesOf(system, path.dirname(folder));
  return beside.some((entry) => entry.kind !== 'file' && entry.name.toLowerCase() === name.before);
}
