import type { MarkerEnvironment } from '../../packages/marker.ts';
import { normaliseName } from '../../packages/distributions.ts';
import { markerHolds } from '../../packages/marker-holds.ts';
import { parseRequirement } from '../../packages/requirement.ts';
import type { Asked } from './traces.ts';

/** The lines of a requirements file that hold here; what cannot be read asks for nothing. */
export function readAsked(text: string, environment: MarkerEnvironment): Asked[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const asked = askedOf(line, environment);
    return asked ? [asked] : [];
  });
}

/** One line, or one word of a command; null where it names no package, or does not hold here. */
export function askedOf(line: string, environment: MarkerEnvironment): Asked | null {
  const text = line
    .replace(/(^|\s)#.*$/, '')
    .replace(/\s--?[a-z][\s\S]*$/i, '')
    .trim();
  if (text === '' || text.startsWith('-')) return null;
  const bare = bareAddress(text);
  if (bare) return bare;
  const parsed = parseRequirement(text);
  if (!parsed) return null;
  const { name, specifier, url, marker } = parsed;
  if (marker !== null && markerHolds(marker, environment) !== true) return null;
  return { text, name, specifier, url };
}

/** `https://…/xformers-0.0.27-….whl`, `git+https://…/SageAttention.git`: the name stands in the address. */
function bareAddress(text: string): Asked | null {
  if (!/^(?:git\+)?(?:https?|file):\/\//i.test(text)) return null;
  const last = text.split(/[#?]/)[0]?.split('/').at(-1) ?? '';
  const name =
    /^(.+?)-\d[^/]*\.(?:whl|tar\.gz|zip)$/.exec(last)?.[1] ??
    last.replace(/(?:\.git)?(?:@.*)?$/, '');
  return name === '' ? null : { text, name: normaliseName(name), specifier: '', url: text };
}
