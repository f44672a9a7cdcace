import { vendorOfGpu } from '../../diagnosis/said-rules/said-rule.ts';
import type { Clues } from '../../diagnosis/evidence/clues.ts';
import { hear, type Heard } from '../../diagnosis/evidence/heard.ts';
import { programRows, type ProgramRow } from '../../knowledge/program-rows.ts';
import type { Owner, PythonWords } from './owner.ts';
import { pythonOfSitePackages, usualWords, wordsAt } from './python-words.ts';

/** Whose machine printed a log, by paths, banners and what its owner says of it. Pure. */
export function ownerOfLog(clues: Clues, torchIndex: string): Owner {
  const heard = hear(clues.said);
  const signs = signsIn(clues, heard);
  const host = signs.find((row) => row.engine === null) ?? null;
  const runs = signs.find((row) => row.engine !== null) ?? null;
  const program = host ?? runs;
  const platform = host?.hosted ? 'linux' : clues.platform;
  // Where nothing tells the system: most of these machines run Windows, and rented ones never.
  const windows = platform === 'win32' || platform === null;
  const words = wordsOf(heard, program, windows);
  return {
    program,
    name: (runs ?? host)?.name ?? null,
    engine: runs?.engine ?? null,
    platform: platform ?? (program?.python.unix === null ? 'win32' : null),
    shell: shellOf(host, windows, heard),
    vendor: vendorOfGpu(heard, clues),
    words: words ?? ownWords(windows),
    folderKind: words ? (program?.folder ?? null) : null,
    launcher: null,
    torchIndex,
    isHere: false,
  };
}

/** What its owner calls it first, then what the log shows, the most particular of each first. */
function signsIn(clues: Clues, heard: Heard): ProgramRow[] {
  const stated = clues.stated?.install_kind ?? clues.stated?.os ?? '';
  const named = programRows.filter((row) => new RegExp(row.stated, 'i').test(stated));
  const shown = programRows.filter((row) => heard.has(row.signature));
  // "venv" and the like say only that it is some ComfyUI: the log may know better.
  const isVague = named.every((row) => row.id === 'comfyui');
  return isVague ? [...shown, ...named] : [...named, ...shown];
}

function wordsOf(heard: Heard, program: ProgramRow | null, windows: boolean): PythonWords | null {
  const usual = program && usualWords(program, windows);
  const seen = program?.hosted === 'notebook' ? null : pythonSeen(heard, program, usual);
  return seen === null ? usual : wordsAt(seen, usual);
}

/** The Python that ran the program, as it says itself; else the one whose packages are in the log. */
function pythonSeen(
  heard: Heard,
  program: ProgramRow | null,
  usual: PythonWords | null,
): string | null {
  const told = heard.all('FACT_PYTHON_EXECUTABLE', 'FACT_VENV').at(-1)?.values['executable'];
  if (told !== undefined) return told;
  const places = heard
    .all('FACT_SITE_PACKAGES')
    .flatMap(({ values }) => pythonOfSitePackages(values['site'] ?? values['site2'] ?? '') ?? []);
  // pip of another Python may speak in the same log: the one that lies as usual is the program's.
  const own = places.find((each) => wordsAt(each, usual).folder !== null);
  return own ?? (isAnywhere(program) ? (places[0] ?? null) : null);
}

/** Programs that run in whatever environment somebody made for them. */
function isAnywhere(program: ProgramRow | null): boolean {
  return program === null || program.folder === null || program.folder === 'comfyui';
}

function ownWords(windows: boolean): PythonWords {
  return { python: windows ? 'python' : 'python3', options: [], uv: null, folder: null };
}

function shellOf(host: ProgramRow | null, windows: boolean, heard: Heard): Owner['shell'] {
  if (host?.hosted === 'notebook') return 'notebook';
  if (host?.hosted) return 'bash';
  if (heard.has('PROMPT_POWERSHELL')) return 'powershell';
  return windows ? 'cmd' : 'bash';
}
