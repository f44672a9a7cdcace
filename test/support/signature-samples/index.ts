import { attentionInUseSamples } from './attention-in-use.ts';
import { attentionPackageSamples } from './attention-packages.ts';
import { buildingSamples } from './building.ts';
import { comfyKitchenSamples } from './comfy-kitchen.ts';
import { comfyuiSamples } from './comfyui.ts';
import { deviceSamples } from './devices.ts';
import { machineFactSamples } from './fact-machine.ts';
import { runningFactSamples } from './fact-running.ts';
import { factSamples } from './facts.ts';
import { hostedMachineSamples } from './hosted-machines.ts';
import { installationSamples } from './installation.ts';
import { kernelSamples } from './kernels.ts';
import { networkAndFileSamples } from './network-and-files.ts';
import { otherTroubleSamples } from './other-trouble.ts';
import { programSamples } from './programs.ts';
import { pytorchLoadingSamples } from './pytorch-loading.ts';
import { pytorchSamples } from './pytorch.ts';
import { sageattentionSamples } from './sageattention.ts';
import type { Samples } from './sample.ts';
import { tritonSamples } from './triton.ts';
import { xformersAroundSamples } from './xformers-around.ts';
import { xformersSamples } from './xformers.ts';

/** A sample of each row in the tables of signatures, by its id. */
export const samples: Samples = {
  ...xformersSamples,
  ...xformersAroundSamples,
  ...pytorchSamples,
  ...pytorchLoadingSamples,
  ...sageattentionSamples,
  ...tritonSamples,
  ...attentionPackageSamples,
  ...comfyuiSamples,
  ...otherTroubleSamples,
  ...networkAndFileSamples,
  ...installationSamples,
  ...factSamples,
  ...runningFactSamples,
  ...machineFactSamples,
  ...deviceSamples,
  ...buildingSamples,
  ...programSamples,
  ...comfyKitchenSamples,
  ...attentionInUseSamples,
  ...hostedMachineSamples,
  ...kernelSamples,
};
