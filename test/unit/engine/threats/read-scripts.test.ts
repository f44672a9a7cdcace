import { describe, expect, it } from 'vitest';
import { pipCallsIn } from '../../../../electron/engine/threats/install-script.ts';
import { dependenciesIn } from '../../../../electron/engine/threats/pyproject-dependencies.ts';

const asked = (program: string) =>
  pipCallsIn(program).map(({ requirements, upgrades }) => ({
    names: requirements.map(({ name, specifier }) => name + specifier),
    upgrades,
  }));

describe('the calls of pip in an install.py', () => {
  it('are read from lists and from texts', () => {
    const list = `subprocess.check_call([sys.executable, "-m", "pip", "install",
      "torch==2.1.0", 'xformers[extra]<0.0.28', "--index-url", "https://example.org/torch"])`;
    expect(asked(list)).toEqual([{ names: ['torch==2.1.0', 'xformers<0.0.28'], upgrades: false }]);
    expect(asked('os.system("python -m pip install -U numpy torch==2.1.0 && echo done")')).toEqual([
      { names: ['numpy', 'torch==2.1.0'], upgrades: true },
    ]);
    expect(asked("run('pip install --upgrade torch')\nprint('torch')")).toEqual([
      { names: ['torch'], upgrades: true },
    ]);
  });

  it('are not those in comments, and hold no names that are filled in later', () => {
    expect(asked('# pip install torch==1.0')).toEqual([]);
    expect(asked('f"pip install {name}"')).toEqual([{ names: [], upgrades: false }]);
    expect(asked('pip_install("torch==1.0")')).toEqual([]);
    expect(asked('[py, "-m", "pip", "install", "-r", "torch"]')).toEqual([
      { names: [], upgrades: false },
    ]);
  });
});

describe('the dependencies of a pyproject.toml', () => {
  it('are those of the project and of nothing else', () => {
    const text = [
      '[build-system]',
      'requires = ["torch==1.0"]',
      '[project]',
      'name = "node"',
      'classifiers = [',
      '  "x",',
      ']',
      'dependencies = [',
      '  "torch>=2", # "no"',
      '  \'numpy<2; python_version < "3.12"\',',
      ']',
      '[project.optional-dependencies]',
      'dependencies = ["xformers"]',
    ].join('\n');
    expect(dependenciesIn(text)).toEqual(['torch>=2', 'numpy<2; python_version < "3.12"']);
    expect(dependenciesIn('[tool.x]\ndependencies = ["torch"]')).toEqual([]);
    expect(dependenciesIn('[project]\nname = "a"\n[other]\ndependencies = ["torch"]')).toEqual([]);
  });
});
