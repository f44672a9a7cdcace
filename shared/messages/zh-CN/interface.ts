import type { interfaceTexts as english } from '../en/interface.ts';
import { frameTexts } from './interface-frame.ts';
import { listTexts } from './interface-list.ts';
import { logTexts } from './interface-log.ts';
import { nameTexts } from './interface-names.ts';
import { pageTexts } from './interface-pages.ts';

export const interfaceTexts: Record<keyof typeof english, string> = {
  ...frameTexts,
  ...listTexts,
  ...pageTexts,
  ...nameTexts,
  ...logTexts,
};
