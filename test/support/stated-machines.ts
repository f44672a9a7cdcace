import type { StatedFacts } from '../../shared/stated-facts.ts';

/** Machines as their owners describe them beside a log. */
export const old: StatedFacts = { os: 'Windows', gpu: 'NVIDIA GeForce GTX 1080 Ti' };
export const usual: StatedFacts = {
  os: 'Windows',
  gpu: 'NVIDIA GeForce RTX 4090',
  torch: '2.7.1+cu128',
};
export const onLinux: StatedFacts = { ...usual, os: 'Linux' };
export const young: StatedFacts = { ...usual, gpu: 'NVIDIA GeForce RTX 5090' };
export const amd: StatedFacts = {
  os: 'Windows',
  gpu: 'AMD Radeon RX 7600',
  torch: '2.9.1+rocm7.2',
};
export const intel: StatedFacts = { os: 'Linux', gpu: 'Intel Arc B580', torch: '2.9.0+xpu' };
