import path from 'node:path';
import ts from 'typescript';
import { fromRoot, root } from './paths.mjs';
import { belowRoot } from './source-files.mjs';

/** @type {ts.FormatDiagnosticsHost} */
const host = {
  getCurrentDirectory: () => root,
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
};

/**
 * What the tsconfig of a folder asks for. Throws where it cannot be read.
 * @param {string} folder
 */
export function configOf(folder) {
  const place = fromRoot(folder, 'tsconfig.json');
  const { config, error } = ts.readConfigFile(place, ts.sys.readFile);
  if (error) throw new Error(ts.formatDiagnostic(error, host));
  return ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(place), {}, place);
}

/** Read once for all folders: they extend one tsconfig, and what they change of it is not how files are read. */
const sources = new Map();

/** @param {ts.ParsedCommandLine} config */
export function programOf({ fileNames, options, errors }) {
  const compiler = ts.createCompilerHost(options);
  const read = compiler.getSourceFile.bind(compiler);
  compiler.getSourceFile = (name, ...how) => {
    if (!sources.has(name)) sources.set(name, read(name, ...how));
    return sources.get(name);
  };
  return ts.createProgram({
    rootNames: fileNames,
    options,
    host: compiler,
    configFileParsingDiagnostics: errors,
  });
}

/**
 * What tsc would say of these files, and which have something. What is wrong with the folder as a
 * whole is wrong with each.
 * @param {ts.Program} program
 * @param {readonly string[]} files
 */
export function wrongTypes(program, files) {
  const general = [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
  ];
  const own = files.flatMap((file) => {
    const source = program.getSourceFile(fromRoot(file));
    if (!source) throw new Error(`${file} is no part of its program`);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  });
  const text = ts.formatDiagnostics([...general, ...own], host).trimEnd();
  const wrong = own.flatMap(({ file }) => (file ? [belowRoot(file.fileName)] : []));
  return { text, files: general.length > 0 ? [...files] : wrong };
}
