import { appended, comment, endOfLines, isOurComment, withoutLines, type Form } from './form.ts';
import { keysIn, linesOf, readIni, withoutWhole, type IniKey, type IniSection } from './ini.ts';

/** pip's own way to compare names of settings. Source: pip/_internal/configuration.py, 26.3. */
function isConstraint(name: string): boolean {
  return name.toLowerCase().replaceAll('_', '-').replace(/^--/, '') === 'constraint';
}

/** The constraints that a section of pip's settings names: blanks and line ends part them. */
export function constraintsIn(text: string, section: 'install' | 'global'): string[] {
  const value = keyIn(readIni(text, true) ?? [], section)?.value ?? '';
  return value.split(/\s+/).filter((each) => each !== '');
}

function keyIn(sections: readonly IniSection[], section: string): IniKey | null {
  return keysIn(sections, section, isConstraint).at(-1) ?? null;
}

/** Where two words for the setting, or one for all sections, stand, pip takes the one that it likes. */
function isAmbiguous(sections: readonly IniSection[]): boolean {
  return (
    keysIn(sections, 'install', isConstraint).length > 1 ||
    keysIn(sections, 'DEFAULT', isConstraint).length > 0
  );
}

const why = comment(
  'pip keeps the PyTorch stack of this Python, as the last file named here says. Files before',
  'it are those of your other settings, which this key hides.',
  'To remove it: "attention-doctor protect FOLDER --off", or the switch in the app.',
);

/**
 * pip.conf or pip.ini. The first that is wanted is the address of our constraints; the others are
 * those of other settings files, which this one would hide.
 */
export const pipSettingsForm: Form = {
  put(text, [address = '', ...inherited]) {
    const end = endOfLines(text);
    const sections = readIni(text, true);
    if (!sections || isAmbiguous(sections)) return null;
    const key = keyIn(sections, 'install');
    if (key) {
      if (constraintsIn(text, 'install').includes(address)) return text;
      const more = `${end}${key.indent}    ${address}`;
      return text.slice(0, key.valueEnd) + more + text.slice(key.valueEnd);
    }
    const lines = ['constraint =', ...[...inherited, address].map((each) => `    ${each}`)];
    const section = sections.find(({ name }) => name === 'install');
    if (!section) return appended(text, [...why, '[install]', ...lines]);
    const { end: at, next } = section.header;
    const block = [...why, ...lines].map((line) => end + section.indent + line).join('');
    return text.slice(0, at) + block + (next > at ? '' : end) + text.slice(at);
  },
  takeOut(text, wanted) {
    const lines = linesOf(text);
    const commented = lines.some((line) => isOurComment(line.text));
    const ownSection = lines.some(
      (line, at) => line.text.trim() === '[install]' && isOurComment(lines[at - 1]?.text ?? ''),
    );
    // Where the key is the user's, only our address is ours.
    const gone = commented ? wanted : wanted.slice(0, 1);
    const plain = withoutLines(text, []);
    const sections = readIni(plain, true);
    // Somebody made it unreadable: at least nothing leads to a file that goes.
    if (!sections) return withoutLines(text, gone);
    const key = keyIn(sections, 'install');
    if (!key) return plain;
    const ours = key.more.filter((line) => gone.includes(line.text.trim()));
    const first = /[=:](.*)$/.exec(key.line.text)?.[1] ?? '';
    const isEmpty = commented && first.trim() === '' && ours.length === key.more.length;
    if (!isEmpty) return withoutWhole(plain, ours);
    const section = sections.find(({ keys }) => keys.includes(key));
    const header = ownSection && section?.keys.length === 1 ? [section.header] : [];
    return withoutWhole(plain, [...header, key.line, ...ours]);
  },
};
