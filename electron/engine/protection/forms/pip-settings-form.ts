import { appended, comment, endOfLines, withoutLines, type Form } from './form.ts';
import { keyIn, sectionIn, type IniKey } from './ini-lines.ts';

/** pip's own way to compare names of settings. Source: pip/_internal/configuration.py, 26.3. */
function isConstraint(name: string): boolean {
  return name.trim().toLowerCase().replaceAll('_', '-').replace(/^--/, '') === 'constraint';
}

/** The constraints that a section of pip's settings names: blanks and line ends part them. */
export function constraintsIn(text: string, section: 'install' | 'global'): string[] {
  const key = keyOf(text, section);
  if (key === null || key === 'several') return [];
  return key.value.split(/\s+/).filter((each) => each !== '');
}

function keyOf(text: string, section: string): IniKey | 'several' | null {
  const found = sectionIn(text, section);
  return found && keyIn(found.lines, isConstraint);
}

const why = comment(
  'pip keeps the PyTorch stack of this Python, as the last file named here says.',
  'To remove it: "attention-doctor protect FOLDER --off", or the switch in the app.',
);

/**
 * pip.conf or pip.ini. The first that is wanted is the address of our constraints; the others are
 * those of other settings files, which this one would hide.
 */
export const pipSettingsForm: Form = {
  put(text, [address = '', ...inherited]) {
    const end = endOfLines(text);
    const key = keyOf(text, 'install');
    if (key === 'several') return null;
    if (key) {
      if (constraintsIn(text, 'install').includes(address)) return text;
      const more = `${end}${key.indent}    ${address}`;
      return text.slice(0, key.valueEnd) + more + text.slice(key.valueEnd);
    }
    const lines = ['constraint =', ...[...inherited, address].map((each) => `    ${each}`)];
    const section = sectionIn(text, 'install');
    if (!section) return appended(text, [...why, '[install]', ...lines]);
    const hasEnd = text.charAt(section.header.end) !== '';
    const at = section.header.end;
    const block = [...why, ...lines].map((line) => end + line).join('');
    return text.slice(0, at) + block + (hasEnd ? '' : end) + text.slice(at);
  },
  takeOut(text, wanted) {
    const ownSection = /^# attention-doctor:[^\n]*\n\[install\]/m.test(text);
    const commented = /^# attention-doctor:/m.test(text);
    const plain = withoutLines(text, []);
    // Where the key is the user's, only our address is ours.
    const gone = commented ? wanted : wanted.slice(0, 1);
    const key = keyOf(plain, 'install');
    if (key === null || key === 'several') return plain;
    const before = plain.slice(0, key.line.end);
    const value = plain.slice(key.line.end, key.valueEnd);
    const rest = value
      .split(/(?=\n)/)
      .filter((line) => line.trim() === '' || !gone.includes(line.trim()))
      .join('');
    const first = before.slice(key.line.start).replace(/^[^=:]*[=:]/, '');
    const isEmpty = commented && first.trim() === '' && rest.trim() === '';
    const start = plain.slice(0, key.line.start);
    const after = plain.slice(key.valueEnd);
    if (!isEmpty) return before + rest + after;
    const without = start + after.replace(/^\r?\n/, '');
    return ownSection ? without.replace(/^\[install\]\r?\n(?=\s*(?:\[|$))/m, '') : without;
  },
};
