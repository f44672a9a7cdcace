import { appended, comment, isOurComment, withoutLines, type Form } from './form.ts';
import { linesOf } from './ini.ts';

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
    const there = linesOf(text).map((line) => line.text.trim());
    return wanted.filter((name) => !there.includes(name));
  },
  put: (text, wanted) =>
    appended(text, [
      ...comment('ComfyUI-Manager leaves these alone; undo: "attention-doctor protect --off"'),
      ...wanted,
    ]),
  // The last of each name is ours: what was there before stands above our comment.
  takeOut(text, wanted) {
    const start = linesOf(text).find((line) => isOurComment(line.text))?.start;
    if (start === undefined) return text;
    return text.slice(0, start) + withoutLines(text.slice(start), wanted);
  },
};
