import { describe, expect, it } from 'vitest';
import { numpyAbiMismatch } from '../../../electron/engine/diagnosis/rules/numpy-abi-mismatch.ts';
import { pythonCommand, pythonVariables } from '../../../electron/engine/pythons/python-command.ts';
import { kindRows } from '../../../shared/environment-kinds.ts';
import { environmentKinds, type EnvironmentKind } from '../../../shared/install.ts';
import { factsWith } from '../../support/facts.ts';
import { packages } from '../../support/findings.ts';

function environment(kind: EnvironmentKind) {
  return {
    id: 'e',
    executable: '/e/python',
    version: '3.12.7',
    kind,
    environmentRoot: '/e',
    problems: [],
  };
}

/** Kinds of which something is true. */
function kindsWhere(test: (kind: EnvironmentKind) => boolean): EnvironmentKind[] {
  return environmentKinds.filter(test);
}

describe('what follows from the kind of an environment', () => {
  it('keeps pip inside only where it is a virtual environment', () => {
    expect(kindsWhere((kind) => kindRows[kind].virtual)).toEqual(['venv', 'virtualenv', 'uv']);
  });

  it('takes for a Python of its own what was not made for one purpose', () => {
    const made = ['venv', 'virtualenv', 'uv', 'conda', 'embedded', 'pixi'];
    expect(kindsWhere((kind) => !kindRows[kind].base)).toEqual(made);
  });

  it('leaves the packages of the user out, but where they are the only ones', () => {
    const free = kindsWhere((kind) => !('PYTHONNOUSERSITE' in pythonVariables(environment(kind))));
    expect(free).toEqual(['venv', 'virtualenv', 'uv', 'embedded', 'store']);
    expect(
      kindsWhere((kind) => pythonCommand(environment(kind), []).arguments[0] === '-s'),
    ).toEqual(['embedded']);
  });

  it('lets conda and pixi build their own packages', () => {
    const { interpreter, torch } = factsWith({});
    if (torch.state !== 'known') throw new Error('no torch');
    const excused = kindsWhere((kind) => {
      const facts = factsWith({
        interpreter: { ...interpreter, kind },
        torch: { ...torch, value: { ...torch.value, version: '2.1.0+cu121' } },
        distributions: packages('torch==2.1.0+cu121', 'numpy==2.1.0'),
      });
      return numpyAbiMismatch(facts).length === 0;
    });
    expect(excused).toEqual(['conda', 'pixi']);
  });
});
