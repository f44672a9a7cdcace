import { findElectron } from './electron-runtime.mjs';
import { bundleType } from './packages/bundle-type.mjs';
import { product } from './packages/product.mjs';

/**
 * A runtime given by ELECTRON_OVERRIDE_DIST_PATH is packed as it is (tests, machines without a
 * network); otherwise electron-builder fetches the version pinned in package.json.
 */
const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ? findElectron() : null;
const major = runtime ? Number.parseInt(runtime.version, 10) : Infinity;

/** @type {import('electron-builder').Configuration} */
const configuration = {
  appId: product.appId,
  productName: product.title.en,
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
  // Beside the archive: unpacked into the state folder when the user's own Python first needs it.
  extraResources: [{ from: 'out/pips.br', to: 'pips.br' }],
  ...(major < 30 ? { extraMetadata: { main: 'out/desktop/older-electron.cjs' } } : {}),
  // Chromium's own sentences: nothing of ours is said in other languages.
  electronLanguages: ['en-US', 'en', 'zh-CN', 'zh_CN'],
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
    // tar.gz and deb are made by build/packages from the folder: without a download, and reproducible.
    target: ['AppImage'],
    category: 'Utility',
    icon: 'build/icons/linux',
    executableName: product.name,
    synopsis: product.synopsis.en,
    maintainer: product.maintainer,
    desktop: {
      entry: {
        MimeType: `${bundleType.mime};`,
        'Name[zh_CN]': product.title['zh-CN'],
        'Comment[zh_CN]': product.synopsis['zh-CN'],
      },
    },
  },
  win: { target: ['nsis', 'portable'], icon: 'build/icons/icon.png' },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['en_US', 'zh_CN'],
    deleteAppDataOnUninstall: false,
  },
  portable: { artifactName: 'attention-doctor-${version}-portable.${ext}' },
  mac: {
    target: [
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' },
    ],
    icon: 'build/icons/icon.png',
    category: 'public.app-category.utilities',
    hardenedRuntime: true,
    entitlements: 'build/mac/entitlements.plist',
    entitlementsInherit: 'build/mac/entitlements.plist',
    gatekeeperAssess: false,
    // Where its keys are there; without them the app is packed unsigned.
    notarize: Boolean(process.env['APPLE_API_KEY'] ?? process.env['APPLE_ID']),
    // Offered for any zip and preferred for none: a bundle is one.
    fileAssociations: [{ ext: 'zip', name: bundleType.name.en, role: 'Viewer', rank: 'Alternate' }],
    extendInfo: { CFBundleLocalizations: ['en', 'zh-Hans'] },
  },
};

export default configuration;
