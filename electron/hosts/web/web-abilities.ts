import type { Platform } from '../../../shared/facts.ts';
import type { Abilities } from '../handlers.ts';
import { partsOf } from '../parts.ts';
import { appVersion } from '../version.ts';

/** In a browser, folders are walked with listFolders, and the browser downloads and opens links. */
export function webAbilities(platform: Platform): Abilities {
  return {
    host: 'web',
    version: appVersion,
    platform,
    pickFolder: null,
    saveBundle: async ({ bundleId }) => ({
      answer: { kind: 'download', path: `/api/bundles/${encodeURIComponent(bundleId)}.zip` },
      savedAt: null,
    }),
    showFile: null,
    parts: partsOf(['node']),
    openLink: async (url) => url,
  };
}
