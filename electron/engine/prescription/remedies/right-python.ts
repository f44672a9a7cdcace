import type { Prescription } from '../../../../shared/prescription.ts';
import type { Case } from '../writing/case.ts';
import { wantedPackage } from '../writing/wanted-package.ts';
import { comfyKitchen, rightPackage } from './by-name.ts';
import { supportedBackend } from './limits.ts';
import { torchForCuda } from './torch.ts';
import { tritonOfThisTorch } from './triton.ts';
import { compiled } from './wheels.ts';
import { xformersOfThisTorch } from './xformers.ts';

/** The package that is missed, put into the Python that the program runs. */
export function intoRightPython(current: Case): Prescription {
  const { vendor } = current.owner;
  const wanted = wantedPackage(current);
  const isNvidias = wanted === 'sageattention' || wanted === 'flash-attn' || wanted === 'xformers';
  if (isNvidias && vendor !== null && vendor !== 'nvidia') return supportedBackend(current);
  switch (wanted) {
    case 'sageattention':
    case 'flash-attn':
      return compiled(current, wanted);
    case 'xformers':
      return xformersOfThisTorch(current);
    case 'triton':
      return tritonOfThisTorch(current);
    case 'torch':
      return torchForCuda(current);
    case 'comfy-kitchen':
      return comfyKitchen(current);
    default:
      return rightPackage(current, wanted);
  }
}
