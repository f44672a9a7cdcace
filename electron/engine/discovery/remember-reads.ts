import type { System } from '../system.ts';

/**
 * The same machine, asking each question of the file system once: many locators look at the
 * same few files. For the length of one search only, because the next one must see anew.
 */
export function rememberReads(system: System): System {
  const { files } = system;
  return {
    ...system,
    files: {
      ...files,
      list: once(files.list),
      info: once(files.info),
      linkInfo: once(files.linkInfo),
      readText: once(files.readText),
      realPath: once(files.realPath),
    },
  };
}

function once<T>(ask: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (path) => {
    const known = answers.get(path) ?? ask(path);
    answers.set(path, known);
    return known;
  };
}
