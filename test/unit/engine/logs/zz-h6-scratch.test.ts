import { it } from 'vitest';
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { analyse } from '/work/main/test/support/log-templates/analyse.ts';
import { logTemplates } from '/work/main/test/support/log-templates/index.ts';
import { filledTemplate } from '/work/main/test/support/log-templates/template.ts';
import { placeInChain } from '/work/main/electron/engine/diagnosis/chain.ts';
const others: Record<string,string[]> = {
  memory: ['torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.25 GiB.'],
  nodes: ['When loading the graph, the following node types were not found: IPAdapter'],
  workflow: ['Failed to validate prompt for output 9:', "  - Value not in list: ckpt_name: 'x'"],
  port: ["OSError: [Errno 98] error while attempting to bind on address ('127.0.0.1', 8188): address already in use"],
  model: ['Traceback (most recent call last):','safetensors_rust.SafetensorError: Error while deserializing header: HeaderTooLarge'],
  shapes: ['RuntimeError: mat1 and mat2 shapes cannot be multiplied (154x768 and 2048x1280)'],
  module: ["ModuleNotFoundError: No module named 'insightface'"],
  manager: ['Cannot connect to host raw.githubusercontent.com:443 ssl:default [getaddrinfo failed]', '[ComfyUI-Manager] Due to a network error, switching to local mode.'],
  dep: ['x.py:128: FutureWarning: `torch.cuda.amp.custom_fwd(args...)` is deprecated.'],
  flash: ['attention.py:407: UserWarning: 1Torch was not compiled with flash attention.'],
  triton: ['A matching Triton is not available, some optimizations will not be enabled','Traceback (most recent call last):',"ModuleNotFoundError: No module named 'triton'"],
  dino: ['dinov2 - WARNING - xFormers not available'],
};
it('x', () => { const out: string[]=[];
 for (const t of logTemplates) { const [f] = fc.sample(filledTemplate(t), {numRuns:1, seed: 5}); if(!f) continue;
  const fault = t.verdict==='problem'||t.verdict==='hardware_limit';
  for (const [n, lines] of Object.entries(others)) for (const log of [[...f.lines,...lines],[...lines,...f.lines]]) {
    const a = analyse(log, f.stated); const r=a.findings[0];
    const isNoise=['dep','flash','triton','dino'].includes(n);
    if ((fault || isNoise) && r?.cause !== t.cause && !(t.cause==='healthy'&&a.verdict==='benign')) out.push(`${t.cause}/${t.name} + ${n}${log[0]===lines[0]?' before':''} -> ${r?.cause} ${a.verdict}`);
  } }
 for (const s of logTemplates) for (const t of logTemplates) { if (s===t) continue;
   const [f] = fc.sample(filledTemplate(s), {numRuns:1, seed: 5}); const [g] = fc.sample(filledTemplate(t), {numRuns:1, seed: 5}); if(!f||!g) continue;
   const st = {...f.stated,...g.stated};
   const a = analyse([...f.lines,...g.lines], st); const r=a.findings[0]; const b = analyse([...g.lines,...f.lines], st);
   if (r?.consequence) out.push(`CONSEQ ${s.name} + ${t.name} -> ${r.cause}: ${a.findings.map(x=>x.cause+(x.consequence?'(c)':''))}`);
   if (r?.cause !== b.findings[0]?.cause) out.push(`ORDER ${s.name} + ${t.name} -> ${r?.cause} / ${b.findings[0]?.cause}`);
   const faulty=[s,t].filter(x=>x.verdict==='problem'||x.verdict==='hardware_limit');
   if (faulty.length && !(a.verdict==='problem'||a.verdict==='hardware_limit')) out.push(`LOST ${s.name} + ${t.name} -> ${r?.cause} ${a.verdict}`);
   if (r && ![s.cause,t.cause].includes(r.cause)) out.push(`THIRD ${s.name} + ${t.name} -> ${r?.cause}`);
 }
 writeFileSync('/tmp/h6-probe.txt', out.join('\n'));
});
