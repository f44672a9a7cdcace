export type PyvenvConfig = {
  home: string | null;
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
    // virtualenv writes 3.11.7.final.0
    version: version === null ? null : (/^\d+\.\d+(\.\d+)?\w*/.exec(version)?.[0] ?? null),
    uv: values.has('uv'),
    virtualenv: values.has('virtualenv'),
    systemSitePackages: values.get('include-system-site-packages')?.toLowerCase() === 'true',
  };
}
