/**
 * Writes the probe programs as files, to be run where there is no Node: `python3 kernels.py MARKER
 * "$(cat REQUEST)"`. `node build/dump-probes.mjs FOLDER`.
 */
import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.resolve(process.argv[2] ?? 'out/probes');
await mkdir(folder, { recursive: true });
const outfile = path.join(folder, 'programs.mjs');
await build({
  stdin: {
    contents: `
      export { kernelProgram, tritonProgram } from './electron/engine/probes/kernels/programs.ts';
      export { proofCases, timedCases } from './electron/engine/knowledge/attention-works.ts';
      export { kernelBackendIds } from './shared/kernel-backends.ts';`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
});
const { kernelProgram, tritonProgram, proofCases, timedCases, kernelBackendIds } = await import(
  pathToFileURL(outfile).href
);
await writeFile(path.join(folder, 'kernels.py'), kernelProgram);
await writeFile(path.join(folder, 'triton.py'), tritonProgram);
for (const backend of kernelBackendIds) {
  const request = { backend, device: 'any', seconds: 20 };
  /** @param {string} name @param {readonly object[]} cases */
  const write = (name, cases) =>
    writeFile(path.join(folder, name), JSON.stringify({ ...request, cases }));
  await write(`${backend}.run.json`, proofCases);
  await write(`${backend}.bench.json`, [...proofCases, ...timedCases]);
}
