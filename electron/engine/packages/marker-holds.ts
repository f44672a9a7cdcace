import { satisfies } from '../knowledge/versions.ts';
import { valid, validRange } from '@renovatebot/pep440';
import { normaliseName } from './distributions.ts';
import type { Marker, MarkerEnvironment, Operand } from './marker.ts';

/**
 * Whether a condition holds there; null where it asks for something that nobody knows. `extras`
 * are those that the requirement's owner was asked for.
 */
export function markerHolds(
  marker: Marker,
  environment: MarkerEnvironment,
  extras: readonly string[] = [],
): boolean | null {
  if (marker.kind === 'compare') return compares(marker, environment, extras);
  const answers = marker.parts.map((part) => markerHolds(part, environment, extras));
  // One part decides, whatever the unknown ones are.
  const decisive = marker.kind === 'or';
  if (answers.includes(decisive)) return decisive;
  return answers.includes(null) ? null : !decisive;
}

function compares(
  { left, operator, right }: Extract<Marker, { kind: 'compare' }>,
  environment: MarkerEnvironment,
  extras: readonly string[],
): boolean | null {
  if (isExtra(left) || isExtra(right)) {
    const asked = extras.map(normaliseName);
    const wanted = 'text' in right ? right.text : 'text' in left ? left.text : '';
    const isAsked = asked.includes(normaliseName(wanted));
    return operator === '!=' ? !isAsked : operator === '==' ? isAsked : null;
  }
  const [a, b] = [valueOf(left, environment), valueOf(right, environment)];
  if (a === undefined || b === undefined) return null;
  if (operator === 'in') return b.includes(a);
  if (operator === 'not in') return !b.includes(a);
  // As versions where both are, else as texts (dependency specifiers, "comparison operations").
  const range = `${operator}${b}`;
  if (valid(a) !== null && validRange(range)) return satisfies(a, range, { prereleases: true });
  return asTexts(a, operator, b);
}

function asTexts(a: string, operator: string, b: string): boolean | null {
  switch (operator) {
    case '==':
    case '===':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return null;
  }
}

function isExtra(operand: Operand): boolean {
  return 'variable' in operand && operand.variable === 'extra';
}

function valueOf(operand: Operand, environment: MarkerEnvironment): string | undefined {
  if ('text' in operand) return operand.text;
  // What setuptools once wrote with a dot (PEP 345): os.name, sys.platform, platform.machine.
  return environment[operand.variable.replace('.', '_')];
}
