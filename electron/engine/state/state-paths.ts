import path from 'node:path';

/** What lies where below the state folder (ATTENTION_DOCTOR_HOME). */
export function statePaths(stateFolder: string) {
  return {
    settings: path.join(stateFolder, 'settings.json'),
    locks: path.join(stateFolder, 'locks'),
    consents: path.join(stateFolder, 'consents.json'),
    snapshots: (environmentId: string) => path.join(stateFolder, 'snapshots', environmentId),
    allSnapshots: path.join(stateFolder, 'snapshots'),
    /** One file for each environment: what was seen and done. */
    history: path.join(stateFolder, 'history'),
    staging: path.join(stateFolder, 'staging'),
    bundles: path.join(stateFolder, 'bundles'),
    speeds: path.join(stateFolder, 'speeds.json'),
    /** The last run of each workflow of a target. */
    workflows: (targetId: string) => path.join(stateFolder, 'workflows', targetId),
    compiled: path.join(stateFolder, 'compiled'),
    /** Only after the app broke off, until it was told. */
    crash: path.join(stateFolder, 'crash.json'),
    /** Tables that were renewed, and those that were found damaged. */
    tables: path.join(stateFolder, 'tables.json'),
    damagedTables: path.join(stateFolder, 'tables-damaged.json'),
    /** Every name right below it, also those of the desktop window and of the memory. */
    ownNames: [
      'settings.json',
      'settings-damaged-1.json',
      'consents.json',
      'found.json',
      'places.json',
      'pythons.json',
      'results.json',
      'speeds.json',
      'crash.json',
      'locks',
      'snapshots',
      'history',
      'staging',
      'bundles',
      'compiled',
      'tables.json',
      'tables-damaged.json',
      'workflows',
      'logs',
      'desktop',
      'window.json',
    ],
    log: path.join(stateFolder, 'logs', 'attention-doctor.log'),
  };
}
export type StatePaths = ReturnType<typeof statePaths>;
