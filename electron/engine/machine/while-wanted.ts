import { unlessCancelled } from './patience.ts';
import type { Files, System } from './system.ts';

/**
 * The same machine for one search or look: once it is cancelled, every question that is open ends
 * with `cancelled` at once, and so does every later one. Not for what has to be put back after a
 * cancel.
 */
export function whileWanted(system: System, signal: AbortSignal | undefined): System {
  if (!signal) return system;
  const { files } = system;
  const wanted: Files = {
    ...files,
    readText: (file, options) => files.readText(file, { ...options, signal }),
    readBytes: (file, options) => files.readBytes(file, { ...options, signal }),
    openFile: (file) => files.openFile(file, { signal }),
    list: (folder) => files.list(folder, { signal }),
    info: (place) => files.info(place, { signal }),
    linkInfo: (place) => files.linkInfo(place, { signal }),
    readLink: (place) => files.readLink(place, { signal }),
    realPath: (place) => files.realPath(place, { signal }),
    sha256: (file) => files.sha256(file, { signal }),
  };
  return {
    ...system,
    files: wanted,
    processes: (asked) => unlessCancelled(signal, () => system.processes(asked)),
    registry: (key) => unlessCancelled(signal, () => system.registry(key)),
    localJson: (url, limit) => unlessCancelled(signal, () => system.localJson(url, limit)),
  };
}
