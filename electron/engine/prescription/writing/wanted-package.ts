import { wordsOf, type Case } from './case.ts';
import { askedFor } from './asked-for.ts';

/** The distribution that a finding misses, as pip calls it; null where no word names one. */
export function wantedPackage(current: Case): string | null {
  const { heard, finding } = current;
  const text = wordsOf(current);
  const asked = askedFor(text, current);
  switch (asked) {
    case 'sage':
      return 'sageattention';
    case 'flash':
      return 'flash-attn';
    case 'comfy_kitchen':
      return 'comfy-kitchen';
    case 'xformers':
      return 'xformers';
    case null:
  }
  const built = finding.cause === 'source_build_failed' ? builtPackage(current) : null;
  if (built) return built;
  if (/triton/i.test(text)) return 'triton';
  if (/torch(?:vision|audio)|\btorch\b/i.test(text)) return 'torch';
  const lines = finding.evidence.flatMap(({ said }) => (said ? [said] : []));
  const named = lines
    .map(({ values }) => values['package'] ?? values['module'] ?? '')
    .find(Boolean);
  const missing = named ?? heard.first('TROUBLE_NO_MODULE')?.values['module'] ?? null;
  const top = missing?.split('.')[0] ?? '';
  return /^[A-Za-z][\w-]{1,60}$/.test(top) ? top.replaceAll('_', '-').toLowerCase() : null;
}

/** What pip or uv was building when it failed, or what was asked of it. */
function builtPackage({ heard }: Case): string | null {
  const lines = heard.all(
    'PIP_BUILD_FAILED',
    'PIP_BUILD_WHEEL',
    'PIP_SDIST',
    'PIP_INSTALL_COMMAND',
  );
  const texts = lines.map(({ text }) => text).join('\n');
  if (/sage-?attention/i.test(texts)) return 'sageattention';
  if (/flash[-_]attn/i.test(texts)) return 'flash-attn';
  return /xformers/i.test(texts) ? 'xformers' : null;
}

/** What somebody gave to pip in another Python: `-r requirements.txt`, facexlib==0.3.0. */
export function wordsForPip({ heard }: Case): readonly string[] | null {
  const words = heard.all('PIP_INSTALL_COMMAND').at(-1)?.values['words'];
  if (words === undefined) return null;
  const parts = words.trim().split(/\s+/);
  // Only what is plainly a requirement or a file of them: a command that goes wrong is worse than none.
  const plain = parts.every((part) =>
    /^(?:-r|-U|--upgrade|[\w.[\],-]+(?:[=<>~!]=[\w.+*]+)?|[\w./\\:-]+\.txt)$/.test(part),
  );
  return plain && parts.length <= 12 ? parts : null;
}
