import { frameTexts } from './interface-frame.ts';
import { listTexts } from './interface-list.ts';
import { logTexts } from './interface-log.ts';
import { nameTexts } from './interface-names.ts';
import { pageTexts } from './interface-pages.ts';

/** Everything that the wizard itself says; keys begin with `ui.`. */
export const interfaceTexts = {
  ...frameTexts,
  ...listTexts,
  ...pageTexts,
  ...nameTexts,
  ...logTexts,
} as const;
