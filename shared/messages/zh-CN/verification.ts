import type { verification as english } from '../en/verification.ts';

export const verification: Record<keyof typeof english, string> = {};
