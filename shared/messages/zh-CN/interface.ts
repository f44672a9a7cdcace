import type { interfaceTexts as english } from '../en/interface.ts';

export const interfaceTexts: Record<keyof typeof english, string> = {};
