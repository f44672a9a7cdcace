import type { Language } from '../../../shared/contract.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Install } from '../../../shared/install.ts';
import type { Problem } from '../../../shared/problem.ts';
import { diagnosisFields, installFields, problemFields, type Document } from './document.ts';

/** An install with what was seen of it, or why nothing was. */
export type Diagnosed = {
  install: Install;
  diagnosis: Diagnosis | null;
  problem: Problem | null;
};

/** One entry for each install; of one that could not be looked at the verdict is unknown. */
export function diagnosesDocument(language: Language, all: readonly Diagnosed[]): Document {
  return {
    schema: 1,
    diagnoses: all.map(({ install, diagnosis, problem }) =>
      diagnosis
        ? diagnosisFields(language, diagnosis)
        : {
            targetId: install.id,
            install: installFields(language, install),
            verdict: 'unknown',
            findings: [],
            problem: problem && problemFields(language, problem),
          },
    ),
  };
}
