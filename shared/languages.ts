import * as z from 'zod';

/** The languages that are offered: every sentence is there. */
export const languages = ['en', 'zh-CN'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;
