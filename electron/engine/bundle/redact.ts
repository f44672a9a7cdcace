/** Private text by name, replaced wherever it stands. */
export type Private = { home: string; user: string; host: string };

export type Redactor = {
  text: (text: string) => string;
  /** Every string inside a value, before it is encoded: JSON would double the backslashes. */
  value: (value: unknown) => unknown;
  /** How often each kind was replaced. */
  counts: () => Record<string, number>;
};

/** Names that say nothing about anybody. */
const commonNames = new Set([
  'root',
  'user',
  'admin',
  'administrator',
  'ubuntu',
  'runner',
  'home',
  'localhost',
  'public',
  'default',
  'python',
  'comfy',
  'comfyui',
  'test',
]);

/** Shapes of secrets (after gitleaks' rules and what ComfyUI users' reports have leaked). */
const shapes: { kind: string; pattern: RegExp; replacement: string }[] = [
  { kind: 'url-credentials', pattern: /(:\/\/)[^/\s@"']+@/g, replacement: '$1<credentials>@' },
  { kind: 'token', pattern: /\bhf_[A-Za-z0-9]{20,}/g, replacement: '<token>' },
  {
    kind: 'token',
    pattern: /\b(?:gh[pousr]_[0-9A-Za-z]{20,}|github_pat_\w{20,})/g,
    replacement: '<token>',
  },
  { kind: 'token', pattern: /\bsk-[\w-]{20,}/g, replacement: '<token>' },
  {
    kind: 'token',
    pattern: /\b(?:AKIA[0-9A-Z]{16}|AIza[\w-]{35}|pypi-AgE[\w-]{20,}|comfyui-[0-9a-f]{64})/g,
    replacement: '<token>',
  },
  { kind: 'token', pattern: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+/g, replacement: '<token>' },
  { kind: 'token', pattern: /\b(Bearer\s+)[\w.~+/-]{8,}=*/gi, replacement: '$1<token>' },
  {
    kind: 'token',
    pattern: /([?&](?:token|key|api_key|access_token|sig)=)[^&\s"']+/gi,
    replacement: '$1<token>',
  },
  {
    kind: 'secret',
    pattern: /\b([A-Z0-9_]*(?:API_KEY|TOKEN|SECRET|PASSWORD|PASSWD))(\s*[=:]\s*)[^\s"',;]+/gi,
    replacement: '$1$2<secret>',
  },
  { kind: 'e-mail', pattern: /\b[\w.+-]+@[\w-]+\.[\w.-]*[a-z]{2,}\b/gi, replacement: '<e-mail>' },
  {
    kind: 'address',
    pattern: /\b(?!127\.)(?!0\.0\.0\.0)(?:\d{1,3}\.){3}\d{1,3}\b(?!\.\d)/g,
    replacement: '<address>',
  },
];

/** Home folders of anybody else: a base Python or a log may lie in one. */
const otherHomes: typeof shapes = [
  {
    kind: 'user',
    pattern: /((?:^|[^\w~.])\/(?:home|Users)\/)(?!<)[^/\\\s"':<>|*?]+/gi,
    replacement: '$1<user>',
  },
  {
    // Windows names may have spaces, so the name ends where the folder does.
    kind: 'user',
    pattern:
      /(\b[A-Z]:[\\/]{1,2}Users[\\/]{1,2})(?!<|Public\b)(?:[^/\\"':<>|*?\n]{1,64}(?=[\\/])|[^/\\\s"':<>|*?]+)/gi,
    replacement: '$1<user>',
  },
  { kind: 'home', pattern: /(?<![\w~./-])\/root(?=\/)/g, replacement: '~' },
];

/** Replaces the home folder, user and host name (literally, in every slash style) and secrets by shape. */
export function createRedactor(names: Private): Redactor {
  const counts: Record<string, number> = {};
  const literals = [
    ...variantsOf(names.home).map((text) => ({
      kind: 'home',
      text,
      replacement: '~',
      whole: false,
    })),
    ...namesToHide(names.user).map((text) => ({
      kind: 'user',
      text,
      replacement: '<user>',
      whole: true,
    })),
    ...namesToHide(names.host).map((text) => ({
      kind: 'host',
      text,
      replacement: '<host>',
      whole: true,
    })),
  ].sort((a, b) => b.text.length - a.text.length);

  function replace(text: string, kind: string, pattern: RegExp, replacement: string): string {
    const found = text.match(pattern)?.length ?? 0;
    if (found === 0) return text;
    counts[kind] = (counts[kind] ?? 0) + found;
    return text.replace(pattern, replacement);
  }
  function redactText(text: string): string {
    let result = text;
    for (const { kind, pattern, replacement } of shapes)
      result = replace(result, kind, pattern, replacement);
    for (const literal of literals) {
      result = replace(
        result,
        literal.kind,
        patternOf(literal.text, literal.whole),
        literal.replacement,
      );
    }
    for (const { kind, pattern, replacement } of otherHomes)
      result = replace(result, kind, pattern, replacement);
    return result;
  }
  function redactValue(value: unknown): unknown {
    if (typeof value === 'string') return redactText(value);
    if (Array.isArray(value)) return value.map(redactValue);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [redactText(key), redactValue(each)]),
    );
  }
  return { text: redactText, value: redactValue, counts: () => ({ ...counts }) };
}

/** `/` alone is no home worth hiding; each other one is hidden in every way that programs write it. */
function variantsOf(home: string): string[] {
  if (home.length < 3) return [];
  const forward = home.replaceAll('\\', '/');
  const drive = /^([A-Za-z]):\/(.*)$/.exec(forward);
  const shell = drive
    ? [
        `/${(drive[1] ?? '').toLowerCase()}/${drive[2] ?? ''}`,
        `/mnt/${(drive[1] ?? '').toLowerCase()}/${drive[2] ?? ''}`,
      ]
    : [];
  const all = [home, forward, home.replaceAll('\\', '\\\\'), encodeURI(forward), ...shell];
  return [...new Set(all)];
}

function namesToHide(name: string): string[] {
  return name.length >= 3 && !commonNames.has(name.toLowerCase()) ? [name] : [];
}

function patternOf(text: string, whole: boolean): RegExp {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // A folder must end where it ends: /home/jo is not the beginning of /home/joanna.
  return whole
    ? new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu')
    : new RegExp(`${literal}(?![\\p{L}\\p{N}_-])`, 'giu');
}
