export type PyvenvConfig = {
  home: string | null;
  /** The program that it was made with, where the maker wrote it down. */
  executable: string | null;
  /** The folder that it was made in, by the `command` line that CPython 3.11 and later write. */
  madeAt: string | null;
  version: string | null;
  uv: boolean;
  virtualenv: boolean;
  systemSitePackages: boolean;
};

/**
 * Reads pyvenv.cfg. CPython writes `version`, uv and virtualenv `version_info`
 * (docs.python.org/3/library/venv.html; uv and virtualenv sources).
 */
export function parsePyvenvConfig(text: string): PyvenvConfig {
  const values = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const at = line.indexOf('=');
    if (at > 0) values.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  const version = values.get('version') ?? values.get('version_info') ?? null;
  return {
    home: values.get('home') ?? null,
    executable: values.get('executable') ?? null,
    madeAt: folderOfCommand(values.get('command') ?? ''),
    // virtualenv writes 3.11.7.final.0
    version: version === null ? null : (/^\d+\.\d+(\.\d+)?\w*/.exec(version)?.[0] ?? null),
    uv: values.has('uv'),
    virtualenv: values.has('virtualenv'),
    systemSitePackages: values.get('include-system-site-packages')?.toLowerCase() === 'true',
  };
}

/** `/usr/bin/python3 -m venv --copies --prompt="x" /the folder`: CPython quotes no folder. */
function folderOfCommand(command: string): string | null {
  const match = /\s-m venv((?:\s+--[\w-]+(?:="[^"]*"|=\S+)?)*)\s+(.+)$/.exec(command);
  return match?.[2] ?? null;
}
