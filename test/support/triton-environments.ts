import { absent, known, unknown, type Facts, type Toolchain } from '../../shared/facts.ts';
import { torch } from './facts.ts';
import { noXformers, packages } from './findings.ts';

/** An environment with Triton and all that it needs around it; a test says only what differs. */
export const sage = packages('sageattention==2.2.0');
export const whole: Toolchain = {
  compiler: known('/usr/bin/gcc', 'file'),
  headers: known('/usr/include/python3.11/Python.h', 'file'),
  importLibrary: unknown(),
  runtimeBesidePython: unknown(),
  runtimeOfSystem: unknown(),
};
export const windowsTools: Toolchain = {
  ...whole,
  importLibrary: known('libs/python311.lib', 'file'),
  runtimeBesidePython: absent('file'),
  runtimeOfSystem: known({ file: 'System32/msvcp140.dll', version: '14.44.35211.0' }, 'file'),
};
export const windows: Partial<Facts> = {
  ...noXformers,
  platform: 'win32',
  torch: torch('2.9.1+cu128', '12.8'),
  triton: known({ distribution: 'triton-windows', version: '3.5.1.post21' }, 'file'),
  distributions: packages('triton-windows==3.5.1.post21'),
  toolchain: windowsTools,
};
