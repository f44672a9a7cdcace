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
      list: once((path) => files.list(path)),
      info: once((path) => files.info(path)),
      linkInfo: once((path) => files.linkInfo(path)),
      readText: once((path) => files.readText(path)),
      realPath: once((path) => files.realPath(path)),
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
