import type { Threat } from '../../../shared/protection.ts';
import type { FileRequirement } from '../packages/requirements-file.ts';

/** One requirement of somebody who is here, and where it stands. */
export type Asked = Pick<Threat, 'source' | 'kind' | 'file'> & {
  requirement: FileRequirement;
  /** The newest is asked for, or a fresh copy. */
  upgrades: boolean;
  /** Whether PyTorch is asked for in the same breath: pip then looks for what suits the one that is here. */
  besideTorch: boolean;
  /** What the constraints of the same file say of this package, as specifiers. */
  within: string[];
};
