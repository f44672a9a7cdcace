import type { ProgramRow } from '../../knowledge/program-rows.ts';
import type { PythonWords } from './owner.ts';

/** The Python of a program where only its usual place is known; null where the row has none for this system. */
export function usualWords(row: ProgramRow, windows: boolean): PythonWords | null {
  const words = windows ? row.python.windows : row.python.unix;
  return words && { python: words.python, options: words.arguments, uv: words.uv, folder: null };
}

/**
 * The Python at a path that was seen. Where it lies as usual in its program, the words are short
 * and begin in the program's folder, so that they are the same in every shell; else it is called
 * by its whole path.
 */
export function wordsAt(executable: string, usual: PythonWords | null): PythonWords {
  const tail = usual && withoutDot(usual.python);
  if (usual && tail && endsWithPath(executable, tail)) {
    const folder = executable.slice(0, executable.length - tail.length - 1);
    return { ...usual, folder: folder === '' ? null : folder };
  }
  const { options, uv } = usual ?? { options: [], uv: null };
  const isEmbedded = /python_embeded/i.test(executable);
  return {
    python: executable,
    options: isEmbedded ? (options.length > 0 ? options : ['-s']) : [],
    // The uv of a program lies in its folder, which is not known here.
    uv: uv === null || /[\\/]/.test(uv) ? null : uv,
    folder: null,
  };
}

/** The Python whose packages lie there: those of a venv have a folder of their own for programs. */
export function pythonOfSitePackages(sitePackages: string): string | null {
  const windows = /^(?<root>.{2,})[\\/]+Lib[\\/]+site-packages$/i.exec(sitePackages)?.groups;
  if (windows?.['root'] && /^[A-Za-z]:/.test(sitePackages)) {
    const { root } = windows;
    const isBase =
      /[\\/](?:python[\w.-]*|python_embeded|\.ext|\w*conda\d*|envs[\\/]+[^\\/]+)$/i.test(root);
    return isBase ? `${root}\\python.exe` : `${root}\\Scripts\\python.exe`;
  }
  const unix = /^(?<root>\/.+)\/lib(?:64)?\/python3[\w.]*\/site-packages$/.exec(
    sitePackages,
  )?.groups;
  // The system's own are called dist-packages or lie below /usr.
  if (!unix?.['root']) return null;
  return `${unix['root']}/bin/python`;
}

function withoutDot(path: string): string {
  return path.replace(/^\.[\\/]/, '');
}

function endsWithPath(whole: string, tail: string): boolean {
  const plain = (text: string): string => text.replaceAll('\\', '/').toLowerCase();
  return plain(whole).endsWith(`/${plain(tail)}`);
}
