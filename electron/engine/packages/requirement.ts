import { normaliseName } from './distributions.ts';
import { parseMarker, type Marker } from './marker.ts';

/** One line of Requires-Dist or of a requirements file. */
export type RequirementLine = {
  /** Normalised as PEP 503 says. */
  name: string;
  extras: string[];
  /** As "<2,>=1.0"; empty where any version will do. */
  specifier: string;
  /** `name @ address`; null for most. */
  url: string | null;
  marker: Marker | null;
};

const head = /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/;

/**
 * A requirement as the dependency specifiers write it; null where the text is none. A condition
 * that cannot be read makes the whole line unreadable: nobody knows when it counts.
 */
export function parseRequirement(text: string): RequirementLine | null {
  const match = head.exec(text);
  if (!match) return null;
  const [start, name = '', extras = ''] = match;
  const rest = text.slice(start.length);
  const address = /^@\s*(\S+)(?:\s+;(.*))?\s*$/.exec(rest);
  const [before = '', ...behind] = rest.split(';');
  const condition = address ? address[2] : behind.length > 0 ? behind.join(';') : undefined;
  const specifier = address
    ? ''
    : before
        .trim()
        .replace(/^\((.*)\)$/, '$1')
        .replace(/\s+/g, '');
  if (specifier !== '' && !/^(?:===|==|~=|!=|<=|>=|<|>)/.test(specifier)) return null;
  const marker = condition === undefined ? null : readMarker(condition);
  if (marker === 'unreadable') return null;
  return {
    name: normaliseName(name),
    extras: extras
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    specifier,
    url: address?.[1] ?? null,
    marker,
  };
}

function readMarker(text: string): Marker | 'unreadable' {
  try {
    return parseMarker(text);
  } catch (error) {
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}

/** The Requires-Dist lines of a METADATA file's head. */
export function requirementsIn(metadata: string): RequirementLine[] {
  const [fields = ''] = metadata.split(/\r?\n\r?\n/, 1);
  return [...fields.matchAll(/^Requires-Dist:(.*)$/gm)].flatMap((match) => {
    const line = parseRequirement(match[1] ?? '');
    return line ? [line] : [];
  });
}
