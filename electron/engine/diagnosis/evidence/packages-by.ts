import { kindRows, type KindRow } from '../../../../shared/environment-kinds.ts';
import type { Clues } from './clues.ts';

/** Who installed the packages and keeps their books; pip where nothing says otherwise. */
export function packagesBy({ interpreter }: Pick<Clues, 'interpreter'>): KindRow['packagesBy'] {
  return interpreter === null ? 'pip' : kindRows[interpreter.kind].packagesBy;
}
