import { environmentsOfSources } from '../../electron/engine/discovery/python-sources/index.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';

/** Runs inside Windows Node: prints what the sources find, as JSON. */
async function main(): Promise<void> {
  const system = createNodeSystem();
  const keys = await system.registry('HKCU\\Software\\Python\\AttentionDoctorSmoke');
  const environments = await environmentsOfSources(system);
  process.stdout.write(JSON.stringify({ platform: system.platform, keys, environments }));
}

void main();
