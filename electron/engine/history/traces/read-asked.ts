import type { MarkerEnvironment } from '../../packages/marker.ts';
import { markerHolds } from '../../packages/marker-holds.ts';
import {
  parseRequirementsFile,
  requirementOf,
  type FileRequirement,
} from '../../packages/requirements-file.ts';
import type { Asked } from './traces.ts';

/** The lines of a requirements file that hold here; what cannot be read asks for nothing. */
export function readAsked(text: string, environment: MarkerEnvironment): Asked[] {
  return parseRequirementsFile(Buffer.from(text)).requirements.flatMap(
    (each) => holding(each, environment) ?? [],
  );
}

/** One line, or one word of a command; null where it names no package, or does not hold here. */
export function askedOf(line: string, environment: MarkerEnvironment): Asked | null {
  const found = requirementOf(line);
  return found && holding(found, environment);
}

function holding(
  { text, name, specifier, url, marker }: FileRequirement,
  environment: MarkerEnvironment,
): Asked | null {
  if (marker !== null && markerHolds(marker, environment) !== true) return null;
  return { text, name, specifier, url };
}
