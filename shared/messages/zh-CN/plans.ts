import type { plans as english } from '../en/plans.ts';

export const plans: Record<keyof typeof english, string> = {};
