import * as z from 'zod';
import { openedBundleSchema, bundleReportSchema } from '../../../../shared/bundle.ts';
import { comparisonSchema } from '../../../../shared/comparison.ts';
import { historyEntrySchema } from '../../../../shared/history.ts';
import { environmentSchema } from '../../../../shared/install.ts';
import { attentionInUseSchema, logAnalysisSchema } from '../../../../shared/log-analysis.ts';
import { mirrorsSchema } from '../../../../shared/mirrors.ts';
import { planSchema } from '../../../../shared/plan.ts';
import { protectionSchema } from '../../../../shared/protection.ts';
import { bundleSchema, rollbackResultSchema, snapshotSchema } from '../../../../shared/report.ts';
import { tablesEditionSchema } from '../../../../shared/tables-edition.ts';
import { trialResultSchema } from '../../../../shared/trial.ts';
import {
  diagnosisFieldsSchema,
  fixFieldsSchema,
  foundInstallSchema,
  installFieldsSchema,
  logFindingSchema,
  problemFieldsSchema,
  sinceFieldsSchema,
  verificationFieldsSchema,
} from './parts.ts';

/** On every document. */
const common = {
  schema: z.literal(1),
  /** Parts that broke on the way by a mistake of our own; left out where none did. */
  problems: z.array(problemFieldsSchema).optional(),
};
const documentOf = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ ...common, ...shape });

const { fileName, files } = openedBundleSchema.shape;
const reportFieldsSchema = bundleReportSchema.extend({
  diagnosis: diagnosisFieldsSchema,
  verification: verificationFieldsSchema.nullable(),
  fix: fixFieldsSchema.nullable(),
  plan: planSchema.nullable(),
});

const notLookedAtSchema = z.object({
  targetId: z.string(),
  install: installFieldsSchema,
  verdict: z.literal('unknown'),
  findings: z.array(z.never()),
  problem: problemFieldsSchema.nullable(),
});

const { name, lines, bytes, headline, reason, questions, hints, summary, verdict, elapsedMs } =
  logAnalysisSchema.shape;

/** Every document that `--json` prints, by the name of its file in schemas/. */
export const documentSchemas = {
  find: documentOf({
    installs: z.array(foundInstallSchema),
    environments: z.array(environmentSchema),
    elapsedMs: z.number(),
    drifted: z.record(z.string(), sinceFieldsSchema).optional(),
  }),
  diagnose: documentOf(diagnosisFieldsSchema.shape),
  'diagnose-all': documentOf({
    diagnoses: z.array(z.union([diagnosisFieldsSchema, notLookedAtSchema])),
  }),
  log: documentOf({
    ...{ verdict, headline, reason, questions, hints, summary, elapsedMs },
    findings: z.array(logFindingSchema),
    backend: attentionInUseSchema.pick({ asked: true, started: true, last: true }),
    backendSentence: z.string().nullable(),
    log: z.object({ name, lines, bytes }),
  }),
  plan: documentOf(planSchema.shape),
  fix: documentOf(fixFieldsSchema.shape),
  trial: documentOf({
    ...trialResultSchema.shape,
    verification: verificationFieldsSchema.nullable(),
    after: diagnosisFieldsSchema.nullable(),
  }),
  verify: documentOf(verificationFieldsSchema.shape),
  snapshots: documentOf({ snapshots: z.array(snapshotSchema) }),
  rollback: documentOf(rollbackResultSchema.shape),
  history: documentOf({
    targetId: z.string(),
    ...sinceFieldsSchema.shape,
    entries: z.array(historyEntrySchema),
  }),
  watch: documentOf({ targetId: z.string(), ...sinceFieldsSchema.shape }),
  protect: documentOf({
    ...protectionSchema.shape,
    /** That --yes is missing: then it is what would be done. */
    problem: problemFieldsSchema.optional(),
  }),
  diff: documentOf(comparisonSchema.shape),
  bundle: documentOf({
    file: z.string(),
    ...bundleSchema.pick({ bytes: true, entries: true, redactions: true }).shape,
  }),
  'bundle-open': documentOf({ fileName, report: reportFieldsSchema.nullable(), files }),
  mirrors: documentOf({
    mirrors: z.array(
      mirrorsSchema.shape.mirrors.element.extend({
        /** Of one that was tried; null: no answer in time. */
        milliseconds: z.number().nullable().optional(),
      }),
    ),
  }),
  knowledge: documentOf(tablesEditionSchema.shape),
  serve: documentOf({ address: z.url() }),
  help: documentOf({ help: z.string() }),
  version: documentOf({ version: z.string() }),
  completion: documentOf({ script: z.string() }),
  /** Instead of its own document, where a command could not be done. */
  problem: documentOf({
    problem: problemFieldsSchema,
    /** What would be done, where --yes is missing. */
    plan: planSchema.optional(),
    snapshot: snapshotSchema.optional(),
  }),
} as const;
