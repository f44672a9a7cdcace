import path from 'node:path';
import type { Access, Files, System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { statePaths } from './state-paths.ts';

/** What the log, a journal or a bundle tells of a person is nothing for the others of a machine. */
const privateFolder = 0o700;
const privateFile = 0o600;

/**
 * The machine as the engine uses it: whatever it writes below the state folder is for this user
 * alone. Windows keeps it so by itself below a user's own folders.
 */
export function withPrivateState(system: System, stateFolder: string): System {
  if (system.platform === 'win32') return system;
  const { files } = system;
  const below = path.resolve(stateFolder);
  const accessOf = (place: string): Access => (isAtOrBelow(place, below) ? 'private' : 'usual');
  const own: Files = {
    ...files,
    writeText: (file, text, options) =>
      files.writeText(file, text, { ...options, access: accessOf(file) }),
    writeBytes: (file, bytes) => files.writeBytes(file, bytes, accessOf(file)),
    appendText: (file, text) => files.appendText(file, text, accessOf(file)),
    createExclusive: (file, text) => files.createExclusive(file, text, accessOf(file)),
    makeFolder: (folder) => files.makeFolder(folder, accessOf(folder)),
  };
  return { ...system, files: own };
}

/**
 * Mends what an earlier version left open to others. The folder itself only if nothing else lies
 * in it: ATTENTION_DOCTOR_HOME may name one that others use, too.
 */
export async function mendPrivateState(system: System, stateFolder: string): Promise<void> {
  if (system.platform === 'win32') return;
  const { files } = system;
  const paths = statePaths(stateFolder);
  const entries = await files.list(stateFolder).catch(ifUnanswered(null));
  if (entries === null) return;
  const close = async (place: string): Promise<void> => {
    const info = await files.linkInfo(place);
    const mode = info?.kind === 'folder' ? privateFolder : privateFile;
    if (!info || info.kind === 'link' || info.kind === 'other' || info.mode === mode) return;
    await files.setMode(place, mode);
  };
  const own = entries.filter(({ name }) => paths.ownNames.includes(name));
  const places = own.map(({ name }) => path.join(stateFolder, name));
  if (own.length === entries.length) places.unshift(stateFolder);
  // Somebody else's, or a disk without modes: what is there can be used all the same.
  for (const place of [...places, paths.log]) await close(place).catch(ifUnanswered(undefined));
}

function isAtOrBelow(place: string, folder: string): boolean {
  const resolved = path.resolve(place);
  return resolved === folder || resolved.startsWith(folder + path.sep);
}
