import * as z from 'zod';
import { bundleFileSchema } from './bundle-file.ts';
import { diagnosisSchema } from './finding.ts';
import { planSchema } from './plan.ts';
import { fixResultSchema, snapshotSchema } from './report.ts';
import { verificationSchema } from './verification.ts';

/** The files of a bundle, in the order in which they are shown. */
export const bundlePartNames = [
  'report.md',
  'report.html',
  'report.json',
  'packages.txt',
  'launch.txt',
  'compiled-files.txt',
  'xformers-info.txt',
  'collect-env.txt',
  'plan.json',
  'saved-states.json',
  'history.json',
  'threats.json',
  'log.txt',
] as const;
export const bundlePartSchema = z.enum(bundlePartNames);
export type BundlePart = z.infer<typeof bundlePartSchema>;

/** Without these a bundle says nothing; all others may be left out. */
const needed: readonly string[] = ['report.md', 'report.html', 'report.json'];

export function mayLeaveOut(name: string): boolean {
  return !needed.includes(name);
}

/** The form of the report's values. A later one may say more; one with a higher number is read by a later program. */
export const reportSchemaNumber = 1;

/** The report's values: what is known of one environment, with private text replaced. */
export const bundleReportSchema = z.object({
  schema: z.literal(reportSchemaNumber),
  /** Of the program that made it. */
  version: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  diagnosis: diagnosisSchema,
  verification: verificationSchema.nullable(),
  fix: fixResultSchema.nullable(),
  /** What was planned last and not carried out. */
  plan: planSchema.nullable().optional(),
  snapshots: z.array(snapshotSchema),
});
export type BundleReport = z.infer<typeof bundleReportSchema>;

/** A bundle that somebody sent: for reading only. */
export const openedBundleSchema = z.object({
  fileName: z.string(),
  /** null: its words are not those that this program knows; its files can still be read. */
  report: bundleReportSchema.nullable(),
  files: z.array(bundleFileSchema),
});
export type OpenedBundle = z.infer<typeof openedBundleSchema>;
