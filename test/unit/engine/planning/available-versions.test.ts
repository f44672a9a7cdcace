import { describe, expect, it } from 'vitest';
import { createVersionQuestion } from '../../../../electron/engine/planning/available-versions.ts';
import { nothingToDo, type Part } from '../../../../electron/engine/planning/intent.ts';
import type { Ground } from '../../../../electron/engine/planning/resolve-attempt.ts';
import { fail } from '../../../../shared/problem.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { withPaperIndex } from '../../../support/paper-index.ts';
import { sampleDiagnosis } from '../../../support/sample-diagnoses.ts';

const part = (requirement: string, variant = 'cu130'): Part => ({
  requirements: ['other==1', requirement],
  index: { torchVariant: variant },
  forceReinstall: false,
});

function asking(answer: () => { exitCode: number; stdout: string; stderr: string }) {
  const asked: string[] = [];
  const ground: Ground = {
    system: {
      ...withPaperIndex({ find: () => [] }).system,
      run: async (command, options = {}) => {
        asked.push(
          `${options.environment?.['PIP_INDEX_URL'] ?? ''} ${command.arguments.at(-1) ?? ''}`,
        );
        return answer();
      },
    },
    diagnosis: sampleDiagnosis(),
    intent: nothingToDo,
    folder: '/tmp',
    settingsOf: ({ index }) => ({ 'index-url': index === 'default' ? '' : index.torchVariant }),
    options: {},
    unreachable: new Map(),
  };
  return { asked, mayServe: createVersionQuestion(ground, 'torch') };
}
const listed = (...versions: string[]) => ({
  exitCode: 0,
  stdout: `torch (${versions[0] ?? ''})\nAvailable versions: ${versions.join(', ')}\n`,
  stderr: '',
});
const failed = (stderr: string) => ({ exitCode: 1, stdout: '', stderr });

describe('whether an index may serve an attempt', () => {
  it('is asked once for each index, of the package that is meant', async () => {
    const { asked, mayServe } = asking(() => listed('2.10.0+cu130', '2.9.1+cu130'));
    expect(await mayServe(part('torch==2.10.*'))).toBe(true);
    expect(await mayServe(part('torch==2.9.*'))).toBe(true);
    expect(await mayServe(part('torch==2.11.*'))).toBe(false);
    expect(await mayServe(part('torch==2.10.*', 'cu128'))).toBe(true);
    expect(asked).toEqual(['cu130 torch', 'cu128 torch']);
  });

  it('is tried where nobody tells, or no version is asked for', async () => {
    const silent = asking(() => ({ exitCode: 0, stdout: 'nothing\n', stderr: '' }));
    expect(await silent.mayServe(part('torch==2.11.*'))).toBe(true);
    const broken = asking(() => failed('ERROR: unknown command "index"'));
    expect(await broken.mayServe(part('torch==2.11.*'))).toBe(true);
    const { mayServe } = asking(() => listed('2.10.0'));
    expect(await mayServe(part('torch'))).toBe(true);
    expect(await mayServe(part('numpy==9'))).toBe(true);
  });

  it('is denied by an index that has none', async () => {
    const { mayServe } = asking(() => failed('ERROR: No matching distribution found for torch'));
    expect(await mayServe(part('torch==2.10.*'))).toBe(false);
  });

  it('ends with who cancels', async () => {
    const { mayServe } = asking(() => fail('cancelled'));
    expect((await problemOf(mayServe(part('torch==2.10.*'))))?.code).toBe('cancelled');
  });
});
