import type { Prescription } from '../../../../shared/prescription.ts';
import type { Case } from '../writing/case.ts';

/** Writes what its owner does for one kind of fix. Pure. */
export type RemedyWriter = (current: Case) => Prescription;
