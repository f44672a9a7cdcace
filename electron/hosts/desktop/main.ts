import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app } from 'electron';
import { createEngine } from '../../engine/create-engine.ts';
import { createNodeSystem } from '../../engine/machine/node-system.ts';
import { stateFolder } from '../state-folder.ts';
import { appVersion } from '../version.ts';
import { startDesktop } from './start-desktop.ts';

// Beside the archive of the packaged app: another program, the user's Python, reads what lies here.
const brought = app.isPackaged ? process.resourcesPath : path.join(__dirname, '..');
const system = createNodeSystem(brought);
const folder = stateFolder(system);

void startDesktop({
  createEngine: () =>
    createEngine({
      system,
      clock: () => new Date(),
      newId: randomUUID,
      stateFolder: folder,
      version: appVersion,
    }),
  platform: system.platform,
  stateFolder: folder,
  // Beside the bundle: out/desktop/main.cjs, out/desktop/preload.cjs and out/renderer.
  assetsFolder: path.join(__dirname, '..', 'renderer'),
  preload: path.join(__dirname, 'preload.cjs'),
});
