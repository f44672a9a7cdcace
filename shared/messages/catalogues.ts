import type { Language } from '../contract.ts';
import { en, type MessageKey } from './en.ts';
import { zhCN } from './zh-CN.ts';

/**
 * Every sentence in every language. In the wizard's bundle another file stands in its place
 * (build/vite.config.mjs), which fetches what is not English when somebody reads it.
 */
export const catalogues: Record<Language, Record<MessageKey, string>> = { en, 'zh-CN': zhCN };
