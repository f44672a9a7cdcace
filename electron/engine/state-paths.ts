import path from 'node:path';

/** What lies where below the state folder (ATTENTION_DOCTOR_HOME). */
export function statePaths(stateFolder: string) {
  return {
    settings: path.join(stateFolder, 'settings.json'),
    lock: (environmentId: string) => path.join(stateFolder, 'locks', `${environmentId}.lock`),
    snapshots: (environmentId: string) => path.join(stateFolder, 'snapshots', environmentId),
    allSnapshots: path.join(stateFolder, 'snapshots'),
    staging: path.join(stateFolder, 'staging'),
    bundles: path.join(stateFolder, 'bundles'),
    log: path.join(stateFolder, 'logs', 'attention-doctor.log'),
  };
}
export type StatePaths = ReturnType<typeof statePaths>;
