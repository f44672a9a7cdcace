import { appended, comment, endOfLines, withoutLines, type Form } from './form.ts';

/** The file that pip is sent to; all of it is ours. */
export const constraintsForm: Form = {
  put: (text, wanted) =>
    appended(text, [
      ...comment(
        'These lines keep the PyTorch stack of this Python as it was when they were written.',
        'Attention Doctor put them here; pip reads them at each installation, because its',
        'settings file in this folder (pip.conf or pip.ini) names this one as a constraint.',
        'A package that asks for another version is refused by pip, and nothing changes.',
        'To remove them: "attention-doctor protect FOLDER --off", or the switch in the app.',
      ),
      ...wanted,
    ]),
  takeOut: withoutLines,
};

/** ComfyUI-Manager's pip_blacklist.list: a name a line; a line that names nothing does no harm. */
export const namesForm: Form = {
  missing(text, wanted) {
    const there = text.split(/\r?\n/).map((line) => line.trim());
    return wanted.filter((name) => !there.includes(name));
  },
  put: (text, wanted) =>
    appended(text, [
      ...comment('ComfyUI-Manager leaves these alone; undo: "attention-doctor protect --off"'),
      ...wanted,
    ]),
  // Names that were there before have no comment of ours above them.
  takeOut: (text, wanted) =>
    /^\s*# attention-doctor:/m.test(text) ? withoutLast(text, wanted) : text,
};

/** The last of each name is ours: what was there before stands above it. */
function withoutLast(text: string, wanted: readonly string[]): string {
  const lines = text.split(/(?<=\n)/);
  const start = lines.findIndex((line) => line.trim().startsWith('# attention-doctor:'));
  const above = lines.slice(0, start).join('');
  return above + withoutLines(lines.slice(start).join(''), wanted);
}

/** uv.toml: `constraint-dependencies`, before the first table. */
export const uvForm: Form = {
  put(text, wanted) {
    const end = endOfLines(text);
    const key = /^[ \t]*constraint-dependencies[ \t]*=[ \t]*(\[?)/m.exec(text);
    if (!key) {
      const lines = comment(
        'uv keeps the PyTorch stack for everything below this folder; undo:',
        '"attention-doctor protect FOLDER --off"',
      );
      const above = lines.map((line) => line + end).join('');
      const entries = wanted.map((each) => `    ${JSON.stringify(each)},${end}`).join('');
      return `${above}constraint-dependencies = [${end}${entries}]${end}${text}`;
    }
    const table = /^[ \t]*\[/m.exec(text);
    if (key[1] === '' || (table && table.index < key.index)) return null;
    const at = key.index + key[0].length;
    const entries = wanted.map((each) => `${JSON.stringify(each)}, `).join('');
    return text.slice(0, at) + entries + text.slice(at);
  },
  takeOut(text, wanted) {
    const gone = wanted.map((each) => `${JSON.stringify(each)},`);
    const hadOwn = /^# attention-doctor:/m.test(text);
    if (!hadOwn) return gone.reduce((now, each) => now.replace(`${each} `, ''), text);
    return withoutLines(text, gone).replace(/^constraint-dependencies = \[\r?\n\]\r?\n/m, '');
  },
};
