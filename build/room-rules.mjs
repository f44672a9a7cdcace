import path from 'node:path';
import ts from 'typescript';
import { door, rooms } from './rooms.mjs';

/**
 * Who may import whom within the engine, by the table of rooms. Types count like values: who needs a
 * type has to know the room that it is from. Pure, so that the rule itself can be tested.
 */

/** @typedef {{ file: string, line: number, sentence: string }} Violation */
/** @typedef {{ file: string, imports: { target: string, line: number }[] }} Module */

const engine = 'electron/engine/';

/**
 * The room of a file of the engine; null for every other file.
 * @param {string} file path below the top of the checkout, with forward slashes
 */
export function roomOf(file) {
  if (!file.startsWith(engine)) return null;
  const [first = '', ...rest] = file.slice(engine.length).split('/');
  return rest.length > 0 ? first : door;
}

/**
 * What one file imports of the checkout itself, types and dynamic imports too.
 * @param {string} file
 * @param {string} text
 * @returns {Module}
 */
export function moduleOf(file, text) {
  const imports = ts
    .preProcessFile(text, true, true)
    .importedFiles.filter((each) => each.fileName.startsWith('.'))
    .map((each) => ({
      target: path.posix.join(path.posix.dirname(file), each.fileName),
      line: text.slice(0, each.pos).split('\n').length,
    }));
  return { file, imports };
}

/**
 * Every import that the table does not allow, every pair of folders of the engine that import each
 * other, and every circle of files anywhere.
 * @param {readonly Module[]} modules
 * @returns {Violation[]}
 */
export function roomViolationsIn(modules) {
  return [...modules.flatMap(strayImports), ...twoWayArrows(modules), ...circles(modules)];
}

/**
 * @param {Module} module
 * @returns {Violation[]}
 */
function strayImports({ file, imports }) {
  const room = roomOf(file);
  if (room === null) return [];
  const row = rooms[room];
  if (!row) {
    const sentence = `stands in ${room}/, which is no room of the table: name it in build/rooms.mjs, or move the file`;
    return [{ file, line: 1, sentence }];
  }
  return imports.flatMap(({ target, line }) => {
    const other = roomOf(target);
    if (other === null || other === room || row.imports.includes(other)) return [];
    return [{ file, line, sentence: `imports ${target}: ${row.because}` }];
  });
}

/**
 * @param {readonly Module[]} modules
 * @returns {Violation[]}
 */
function twoWayArrows(modules) {
  /** @type {Map<string, { file: string, line: number, target: string }>} */
  const arrows = new Map();
  for (const { file, imports } of modules) {
    for (const { target, line } of imports) {
      const [from, to] = [path.posix.dirname(file), path.posix.dirname(target)];
      const inside = roomOf(file) !== null && roomOf(target) !== null;
      const arrow = `${from} ${to}`;
      if (inside && from !== to && !arrows.has(arrow)) arrows.set(arrow, { file, line, target });
    }
  }
  return [...arrows].flatMap(([arrow, { file, line, target }]) => {
    const [from = '', to = ''] = arrow.split(' ');
    const back = from < to ? arrows.get(`${to} ${from}`) : undefined;
    if (!back) return [];
    const sentence = `imports ${target}, and ${back.file} imports ${back.target}: two folders that import each other are one folder, or hide a third`;
    return [{ file, line, sentence }];
  });
}

/**
 * One violation for each circle: the first import met that leads back to where it came from.
 * @param {readonly Module[]} modules
 * @returns {Violation[]}
 */
function circles(modules) {
  const known = new Map(modules.map((module) => [module.file, module]));
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {string[]} */
  const way = [];
  /** @type {Violation[]} */
  const found = [];
  /** @param {Module} module */
  function follow({ file, imports }) {
    way.push(file);
    for (const { target, line } of imports) {
      const next = known.get(target);
      if (!next || done.has(target)) continue;
      const at = way.indexOf(target);
      if (at === -1) {
        follow(next);
      } else {
        const round = [...way.slice(at), target].join(' -> ');
        const sentence = `closes a circle of imports: ${round}; what they share belongs in a file of its own`;
        found.push({ file, line, sentence });
      }
    }
    way.pop();
    done.add(file);
  }
  for (const module of modules) if (!done.has(module.file)) follow(module);
  return found;
}
