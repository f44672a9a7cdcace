import type { commandLine as english } from '../en/command-line.ts';

export const commandLine: Record<keyof typeof english, string> = {};
