import { findElectron } from './electron-runtime.mjs';

/**
 * A runtime given by ELECTRON_OVERRIDE_DIST_PATH is packed as it is (tests, machines without a
 * network); otherwise electron-builder fetches the version pinned in package.json.
 */
const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ? findElectron() : null;
const major = runtime ? Number.parseInt(runtime.version, 10) : Infinity;

/** @type {import('electron-builder').Configuration} */
const configuration = {
  appId: 'org.attention-doctor.desktop',
  productName: 'Attention Doctor',
  copyright: 'MIT licence, the Attention Doctor developers',
  directories: { output: 'dist', buildResources: 'build' },
  // Everything is bundled: no dependency has to be packed or rebuilt.
  files: [
    ...(major < 30 ? [{ from: 'build', to: 'out/desktop', filter: ['older-electron.cjs'] }] : []),
    'out/desktop/*.cjs',
    'out/renderer/**',
    'package.json',
    '!**/*.map',
    '!node_modules/**',
  ],
  // Beside the archive: the user's own Python reads it.
  extraResources: [{ from: 'out/pip', to: 'pip' }],
  ...(major < 30 ? { extraMetadata: { main: 'out/desktop/older-electron.cjs' } } : {}),
  npmRebuild: false,
  asar: true,
  ...(runtime ? { electronDist: runtime.folder, electronVersion: runtime.version } : {}),
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    // The fuse exists since Electron 29; the runtime of the tests may be older.
    ...(major >= 29 ? { grantFileProtocolExtraPrivileges: false } : {}),
  },
  artifactName: 'attention-doctor-${version}-${os}-${arch}.${ext}',
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Utility',
    icon: 'build/icons/linux',
    executableName: 'attention-doctor',
    synopsis: 'Finds out why ComfyUI lost its fast attention, and repairs it',
    maintainer: 'The Attention Doctor developers <developers@attention-doctor.invalid>',
  },
  win: { target: ['nsis', 'portable'], icon: 'build/icons/icon.png' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  portable: { artifactName: 'attention-doctor-${version}-portable.${ext}' },
  mac: {
    target: ['dmg'],
    icon: 'build/icons/icon.png',
    category: 'public.app-category.utilities',
    hardenedRuntime: true,
    gatekeeperAssess: false,
  },
};

export default configuration;
