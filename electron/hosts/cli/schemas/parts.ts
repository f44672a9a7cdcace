import * as z from 'zod';
import { comparisonSchema } from '../../../../shared/comparison.ts';
import { factsSchema, howSchema } from '../../../../shared/facts.ts';
import { diagnosisSchema, findingSchema } from '../../../../shared/finding.ts';
import { culpritSchema, sinceProvedSchema, tracedChangeSchema } from '../../../../shared/history.ts';
import { environmentSchema, glanceSchema, installSchema } from '../../../../shared/install.ts';
import { planSchema } from '../../../../shared/plan.ts';
import { commandSchema, editSchema } from '../../../../shared/prescription.ts';
import { problemSchema } from '../../../../shared/problem.ts';
import { protectionStateSchema, threatSchema } from '../../../../shared/protection.ts';
import { fixResultSchema, snapshotSchema } from '../../../../shared/report.ts';
import { verificationSchema } from '../../../../shared/verification.ts';

/**
 * The contract's own schemas as a document has them: sentences are in a language (`jsonSchemas` puts
 * a text where the contract has a key), and what only the wizard needs is left out.
 */

export const problemFieldsSchema = problemSchema
  .omit({ reasons: true })
  .extend({ message: z.string(), hint: z.string() });

const stepFieldsSchema = z.object({
  text: z.string(),
  command: commandSchema.optional(),
  edit: editSchema.optional(),
  /** The address itself. */
  link: z.url().optional(),
});
const prescriptionFieldsSchema = z.object({
  steps: z.array(stepFieldsSchema),
  changes: z.string(),
  undo: z.string(),
  undoStep: stepFieldsSchema,
  proof: z.string(),
  otherwise: z.string().optional(),
  otherwiseStep: stepFieldsSchema.optional(),
});

const saidOfFindingSchema = findingSchema.omit({ evidence: true, prescription: true }).extend({
  prescription: prescriptionFieldsSchema.optional(),
  explanationKey: z.string(),
});
const findingFieldsSchema = saidOfFindingSchema.extend({
  evidence: z.array(
    z.object({ text: z.string(), how: howSchema, source: z.string().optional(), key: z.string() }),
  ),
});
export const logFindingSchema = saidOfFindingSchema.extend({
  fixKind: z.string(),
  fixDetail: z.string().optional(),
  evidence: z.array(
    z.object({
      line: z.number().int().nullable(),
      text: z.string(),
      signature: z.string().nullable(),
      how: howSchema,
      source: z.string().optional(),
    }),
  ),
});

export const sinceFieldsSchema = sinceProvedSchema.omit({ problem: true });

export const installFieldsSchema = installSchema;
export const foundInstallSchema = installSchema.extend({
  verdict: glanceSchema.shape.verdict.optional(),
  cause: glanceSchema.shape.cause.optional(),
  headline: glanceSchema.shape.headline.optional(),
});

export const diagnosisFieldsSchema = diagnosisSchema.omit({ since: true, broken: true }).extend({
  ...sinceFieldsSchema.shape,
  findings: z.array(findingFieldsSchema),
  threats: z.array(threatSchema),
  protection: protectionStateSchema.nullable(),
});

export const verificationFieldsSchema = verificationSchema.required({
  launch: true,
  workflow: true,
  workflowProblem: true,
});

export const fixFieldsSchema = fixResultSchema.omit({ rungsBefore: true }).extend({
  before: diagnosisFieldsSchema,
  after: diagnosisFieldsSchema.nullable(),
  verification: verificationFieldsSchema.nullable(),
  left: z.array(z.string()),
});

/** The parts that many documents have: each is a schema of its own. */
export const namedParts = {
  problem: problemFieldsSchema,
  install: installFieldsSchema,
  environment: environmentSchema,
  facts: factsSchema,
  finding: findingFieldsSchema,
  step: stepFieldsSchema,
  prescription: prescriptionFieldsSchema,
  tracedChange: tracedChangeSchema,
  culprit: culpritSchema,
  threat: threatSchema,
  plan: planSchema,
  snapshot: snapshotSchema,
  diagnosis: diagnosisFieldsSchema,
  verification: verificationFieldsSchema,
  fix: fixFieldsSchema,
  comparisonSide: comparisonSchema.shape.left,
} as const;
