import type { Prescription } from '../../../../shared/prescription.ts';
import type { Case } from '../writing/case.ts';
import { wantedPackage } from '../writing/wanted-package.ts';
import { comfyKitchen, rightPackage } from './by-name.ts';
import { supportedBackend } from './limits.ts';
import { torchForCuda } from './torch.ts';
import { matchingWheel } from './wheels.ts';

/** The package that is missed, put into the Python that the program runs. */
export function intoRightPython(current: Case): Prescription {
  const { vendor } = current.owner;
  const wanted = wantedPackage(current);
  const isNvidias = wanted === 'sageattention' || wanted === 'flash-attn' || wanted === 'xformers';
  if (isNvidias && vendor !== null && vendor !== 'nvidia') return supportedBackend(current);
  switch (wanted) {
    case 'torch':
      return torchForCuda(current);
    case 'comfy-kitchen':
      return comfyKitchen(current);
    case null:
      return rightPackage(current, wanted);
    default:
      return matchingWheel(current);
  }
}
