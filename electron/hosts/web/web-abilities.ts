import type { Platform } from '../../../shared/facts.ts';
import type { Abilities } from '../handlers.ts';
import { partsOf } from '../parts.ts';
import { appVersion } from '../version.ts';
import type { SessionToken } from './session-token.ts';

type Tickets = Pick<SessionToken, 'ticketFor'>;

/** In a browser, folders are walked with listFolders, and the browser downloads and opens links. */
export function webAbilities(platform: Platform, { ticketFor }: Tickets): Abilities {
  return {
    host: 'web',
    version: appVersion,
    platform,
    pickFolder: null,
    pickWheel: null,
    saveBundle: async ({ bundleId }) => ({
      answer: {
        kind: 'download',
        path: `/api/bundles/${encodeURIComponent(bundleId)}.zip?ticket=${ticketFor(bundleId)}`,
      },
      savedAt: null,
    }),
    showFile: null,
    parts: partsOf(['node']),
    openLink: async (url) => url,
  };
}
