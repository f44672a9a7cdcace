import { backendsProgram } from './backends-program.ts';
import { frameProgram } from './frame-program.ts';
import { measureProgram } from './measure-program.ts';
import { tritonProgram as tritonPart } from './triton-program.ts';

/** Computes attention with one backend, compares, names the kernel and, if asked, times it. */
export const kernelProgram = frameProgram + backendsProgram + measureProgram;

/** Compiles and runs a small kernel with Triton. */
export const tritonProgram = frameProgram + tritonPart;
