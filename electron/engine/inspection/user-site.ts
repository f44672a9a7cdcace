import path from 'node:path';
import { kindRows } from '../../../shared/environment-kinds.ts';
import type { Distribution } from '../../../shared/facts.ts';
import type { Environment } from '../../../shared/install.ts';
import { attentionPackages } from '../knowledge/attention-packages.ts';
import type { System } from '../machine/system.ts';
import { readDistributions } from '../packages/distributions.ts';
import { isForeign } from './environment-platform.ts';
import type { PathConfiguration } from './path-configuration.ts';

/**
 * What `pip install --user` put beside this Python and Python would import. Virtual
 * environments do not look there; an embedded Python does as soon as its `_pth` imports site,
 * whatever "isolated" suggests.
 */
export async function readUserSite(
  system: System,
  environment: Environment,
  configuration: PathConfiguration | null,
): Promise<Distribution[]> {
  const { userSite } = kindRows[environment.kind];
  if (userSite === 'unseen' || userSite === 'only-place') return [];
  if (isForeign(system, environment)) return [];
  if (userSite === 'by-pth' && configuration?.importsSite !== true) return [];
  const folder = userSiteFolder(system, environment.version);
  if (folder === null) return [];
  const found = await readDistributions(system, [folder]);
  return found.filter((each) => attentionPackages.includes(each.name));
}

/** site.getusersitepackages() of each system. */
function userSiteFolder(system: System, version: string | null): string | null {
  const [major, minor] = (version ?? '').split('.');
  if (!major || !minor) return null;
  if (system.platform === 'win32') {
    const roaming = system.environment.APPDATA;
    return roaming ? path.join(roaming, 'Python', `Python${major}${minor}`, 'site-packages') : null;
  }
  const library = ['lib', 'python', 'site-packages'];
  return system.platform === 'darwin'
    ? path.join(system.homeFolder, 'Library', 'Python', `${major}.${minor}`, ...library)
    : path.join(system.homeFolder, '.local', 'lib', `python${major}.${minor}`, 'site-packages');
}
