import { describe, expect, it } from 'vitest';
import { findingOf } from '../../../../electron/engine/diagnosis/evidence/finding-of.ts';
import {
  programRows,
  type ProgramRow,
} from '../../../../electron/engine/knowledge/program-rows.ts';
import { prescribe } from '../../../../electron/engine/prescription/prescribe.ts';
import type { Remedy } from '../../../../shared/finding.ts';
import { translate, type MessageRef } from '../../../../shared/messages/index.ts';
import type { Prescription, Step } from '../../../../shared/prescription.ts';
import { stepSentence } from '../../../../shared/prescription-sentences.ts';
import type { StatedFacts } from '../../../../shared/stated-facts.ts';
import { fixDetails, fixKinds, type Cause } from '../../../../shared/taxonomy.ts';
import { cluesIn, ownerIn } from '../../../support/owners.ts';
import { programLogs } from '../../../support/program-logs.ts';
import { wordsInCmd, wordsInPowerShell } from '../../../support/shell-words.ts';

const remedies: Remedy[] = [
  ...fixKinds
    .filter((kind) => kind !== 'other')
    .map((fixKind): Remedy => ({ goal: null, fixKind })),
  ...fixDetails.map((fixDetail): Remedy => ({ goal: null, fixKind: 'other', fixDetail })),
];

const complaints: readonly [Cause, string][] = [
  ['accel_package_not_installed', "ModuleNotFoundError: No module named 'sageattention'"],
  ['flash_attn_binary_mismatch', "ModuleNotFoundError: No module named 'flash_attn'"],
  ['xformers_torch_mismatch', 'PyTorch 2.3.1+cu121 with CUDA 1201 (you have 2.6.0+cu124)'],
  ['triton_missing_required', 'Cannot find a working triton installation.'],
  ['nan_precision', 'A tensor with all NaNs was produced in VAE.'],
  ['cuda_device_unavailable', 'RuntimeError: No CUDA GPUs are available'],
  ['wrong_python_env', "ModuleNotFoundError: No module named 'facexlib'"],
];

const machines: readonly [string, StatedFacts][] = [
  ['RTX 4090', { gpu: 'RTX 4090', torch: '2.6.0+cu124', python: '3.12.10', xformers: '0.0.27' }],
  ['RTX 5090', { gpu: 'RTX 5090', torch: '2.8.0+cu128', python: '3.13.1', triton: '3.3.0' }],
  ['GTX 1080', { gpu: 'GTX 1080', torch: '2.9.1+cu130', python: '3.11.9' }],
  ['RX 9070 XT', { gpu: 'RX 9070 XT', python: '3.12.10' }],
  ['Arc A770', { gpu: 'Intel Arc A770', python: '3.12.10' }],
  ['nothing', {}],
];

type Machine = { row: ProgramRow | null; system: 'windows' | 'unix'; lines: readonly string[] };

const owners: Machine[] = [
  ...programRows.flatMap((row) =>
    (['windows', 'unix'] as const).flatMap((system) => {
      const lines = programLogs[row.id][system];
      return lines ? [{ row, system, lines }] : [];
    }),
  ),
  { row: null, system: 'windows', lines: [] },
  { row: null, system: 'unix', lines: [] },
];

function everyPrescription(
  { system, lines }: Machine,
  stated: StatedFacts,
  use: (prescription: Prescription, name: string) => void,
): void {
  const facts = { ...stated, os: system === 'windows' ? 'Windows 11' : 'Linux' };
  for (const [cause, complaint] of complaints) {
    const clues = cluesIn([...lines, complaint], facts);
    const owner = ownerIn([...lines, complaint], facts);
    const evidence = clues.said
      .filter(({ text }) => text.includes(complaint.slice(0, 20)))
      .map((said) => ({ statement: { key: 'evidence.log-line' }, how: 'log' as const, said }));
    for (const remedy of remedies) {
      const finding = findingOf(cause, { evidence, remedies: [remedy] });
      use(prescribe(finding, clues, owner), `${cause} ${remedy.fixDetail ?? remedy.fixKind}`);
    }
  }
}

function stepsOf({ steps, undo, otherwise }: Prescription): Step[] {
  return [...steps, undo, ...(otherwise ? [otherwise] : [])];
}

function textOf(prescription: Prescription): string {
  const refs: MessageRef[] = [prescription.changes, prescription.proof];
  return [
    ...refs.flatMap((ref) => [translate('en', ref), translate('zh-CN', ref)]),
    ...stepsOf(prescription).flatMap((step) => [
      stepSentence('en', step),
      stepSentence('zh-CN', step),
    ]),
  ].join('\n');
}

const placeholder = /\{\w+\}|PATH_OF|<[a-z]+>|YOUR_|undefined|null\b|NaN(?!s)/;
const ofNvidia = /nvidia|\bcuda\b|\bcu1\d\d\b|triton-windows|geforce|sageattention-2|flash_attn-/i;

describe.each(
  owners.map((each) => [`${each.row?.id ?? 'unknown'} on ${each.system}`, each] as const),
)('every prescription for %s', (_, machine) => {
  it.each(machines)('with %s can be followed', (name, stated) => {
    everyPrescription(machine, stated, (prescription, what) => {
      const text = textOf(prescription);
      expect(text, what).not.toMatch(placeholder);
      for (const { command } of stepsOf(prescription)) {
        if (command?.shell === 'cmd' && !/%|set "/.test(command.text)) {
          expect(wordsInCmd(command.text).length, command.text).toBeGreaterThan(0);
        }
        if (command?.shell === 'powershell' && !command.text.includes('$env')) {
          expect(wordsInPowerShell(command.text).length).toBeGreaterThan(0);
        }
        if (command) expect(command.shell === 'cmd', what).toBe(machine.system === 'windows');
      }
      if (machine.row?.id !== 'portable') expect(text, what).not.toContain('run_nvidia_gpu');
      const isOther = name === 'RX 9070 XT' || name === 'Arc A770';
      // The message itself is quoted, whoever it speaks of.
      if (isOther)
        expect(ownWords(prescription), `${what}\n${ownWords(prescription)}`).not.toMatch(ofNvidia);
    });
  });
});

/** Commands, and the sentences without what a log said. */
function ownWords(prescription: Prescription): string {
  const own = (ref: MessageRef): MessageRef => ({
    ...ref,
    params: { ...ref.params, line: '', folder: '' },
  });
  const steps = stepsOf(prescription).map((step) => ({ ...step, text: own(step.text) }));
  return [
    ...steps.map((step) => stepSentence('en', step)),
    translate('en', own(prescription.changes)),
    translate('en', own(prescription.proof)),
  ]
    .join('\n')
    .replaceAll('--skip-torch-cuda-test', '');
}
