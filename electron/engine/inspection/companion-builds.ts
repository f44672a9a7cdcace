import path from 'node:path';
import type { Distribution } from '../../../shared/facts.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { assigned } from '../packages/torch-build.ts';

/** What is made with torch and says in its own version.py what for; the index's number does not. */
const companions = new Set(['torchvision', 'torchaudio']);

/**
 * torchvision and torchaudio with the build that their version.py names ("2.11.0+cu130"), which
 * PyPI's wheels leave out of their metadata ("2.11.0").
 */
export function withCompanionBuilds(
  system: System,
  distributions: readonly Distribution[],
): Promise<Distribution[]> {
  return Promise.all(
    distributions.map(async (each) => {
      if (!companions.has(each.name) || each.version.includes('+')) return each;
      const file = path.join(path.dirname(each.location), each.name, 'version.py');
      const text = await system.files.readText(file).catch(ifUnanswered(null));
      const build = text === null ? null : assigned(text, '__version__');
      return build?.startsWith(`${each.version}+`) === true ? { ...each, build } : each;
    }),
  );
}
