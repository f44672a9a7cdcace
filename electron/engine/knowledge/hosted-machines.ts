import type { SignatureId } from '../../../shared/signature-ids.ts';
import { liveList } from './live-tables.ts';
import { signatures } from './signatures.ts';

const rows = liveList(() => signatures.filter(({ id }) => id.startsWith('HOST_')));
const patterns = liveList(() => rows.map(({ pattern }) => new RegExp(pattern, 'i')));
/** What people call them, where they say it themselves. */
const names = new RegExp(
  [
    'colab',
    'kaggle',
    'runpod',
    'sagemaker',
    'paperspace',
    'gradient',
    'lightning',
    'vast',
    'autodl',
  ]
    .map((name) => `\\b${name}`)
    .join('|'),
  'i',
);

/** The messages by which a log shows that it comes from a rented machine. */
export const hostSignatures: readonly SignatureId[] = liveList(() => rows.map(({ id }) => id));

/** Whether a path or a variable is one of a rented machine (signatures/hosted-machines.json). */
export function isHostedPath(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}

/** Whether somebody's own words for his system name a rented machine. */
export function namesHost(text: string): boolean {
  return names.test(text) || isHostedPath(text);
}
