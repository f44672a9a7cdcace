import { message } from '../../../../shared/messages/index.ts';
import type { Prescription, Step } from '../../../../shared/prescription.ts';
import { minorOf } from '../../knowledge/cuda-family.ts';
import { wordsOf, type Case } from '../writing/case.ts';
import { isOfAnotherMaker, isWindows } from '../owner/owner.ts';
import { withoutChange } from '../writing/parts.ts';
import { installCommand, pipCommand } from '../writing/pip-commands.ts';
import { messageIsGone } from '../writing/proof.ts';
import { commandOf } from '../writing/quote.ts';
import { atTheShell, closeProgram, openShell, run, say, startAgain } from '../writing/steps.ts';
import { wantedPackage } from '../writing/wanted-package.ts';
import { supportedBackend } from './limits.ts';
import { torchForThisPython } from './torch.ts';
import { matchingWheel } from './wheels.ts';

/** The way to the index, before the same installation is tried again. */
export function network(current: Case): Prescription {
  const { owner } = current;
  const settings = run(
    'prescription.network.settings',
    pipCommand({ ...owner, words: { ...owner.words, uv: null } }, 'config', ['list']),
  );
  return withoutChange(
    [
      openShell(owner),
      settings,
      say('prescription.network.switch'),
      say('prescription.network.again'),
    ],
    message('prescription.proof.installed'),
  );
}

/** What holds the files, or the right to write them. */
export function notHeld(current: Case): Prescription {
  const { owner } = current;
  const see = isWindows(owner)
    ? commandOf(owner.shell, ['tasklist', '/FI', 'IMAGENAME eq python.exe'])
    : commandOf(owner.shell, ['pgrep', '-af', 'python']);
  return withoutChange(
    [
      closeProgram(owner),
      run('prescription.held.see', see),
      say('prescription.held.again'),
      say(isWindows(owner) ? 'prescription.held.rights-windows' : 'prescription.held.rights-unix'),
    ],
    message('prescription.proof.installed'),
  );
}

export function moreSpace(current: Case): Prescription {
  const { owner } = current;
  const temporary =
    owner.shell === 'powershell'
      ? { shell: owner.shell, text: "$env:TEMP = 'D:\\Temp'; $env:TMP = 'D:\\Temp'" }
      : isWindows(owner)
        ? { shell: 'cmd' as const, text: 'set "TEMP=D:\\Temp" && set "TMP=D:\\Temp"' }
        : {
            shell: owner.shell,
            text: owner.shell === 'notebook' ? '%env TMPDIR=/var/tmp' : 'export TMPDIR=/var/tmp',
          };
  return {
    steps: [
      openShell(owner),
      run(
        'prescription.space.cache',
        owner.words.uv === null
          ? pipCommand(owner, 'cache', ['purge'])
          : commandOf(owner.shell, [owner.words.uv, 'cache', 'clean']),
      ),
      run('prescription.space.temporary', temporary),
      say('prescription.network.again'),
    ],
    changes: message('prescription.changes.space'),
    undo: say('prescription.undo.space'),
    proof: message('prescription.proof.installed'),
  };
}

/** A ready wheel needs no long paths; whoever has to build switches them on. */
export function longPaths(current: Case): Prescription {
  const wheel = matchingWheel(current);
  return { ...wheel, otherwise: say('prescription.long-paths.switch') };
}

/** An environment of its own instead of the system's Python. */
export function ownEnvironment(current: Case): Prescription {
  const { owner } = current;
  // A program with an environment of its own was only called by the wrong Python.
  if (owner.program && owner.program.engine !== 'comfyui' && !owner.program.hosted) {
    return withProgramsPython(current);
  }
  const windows = isWindows(owner);
  const python = windows ? 'python' : 'python3';
  const own = windows ? 'venv\\Scripts\\python.exe' : 'venv/bin/python';
  return {
    steps: [
      openShell(owner),
      run('prescription.venv.make', commandOf(owner.shell, [python, '-m', 'venv', 'venv'])),
      run(
        'prescription.venv.fill',
        commandOf(owner.shell, [own, '-m', 'pip', 'install', '-r', 'requirements.txt']),
      ),
      run('prescription.venv.start', commandOf(owner.shell, [own, 'main.py'])),
    ],
    changes: message('prescription.changes.venv'),
    undo: say('prescription.undo.venv'),
    proof: messageIsGone(current),
  };
}

function withProgramsPython(current: Case): Prescription {
  const { owner } = current;
  const packages = wantedPackage(current);
  const install = installCommand(owner, {
    packages: packages === null ? ['-r', 'requirements.txt'] : [packages],
    alone: false,
  });
  return {
    steps: atTheShell(owner, [run('prescription.right-python.install', install)]),
    changes: message('prescription.changes.right-python'),
    undo: say('prescription.undo.right-python'),
    proof: messageIsGone(current),
  };
}

/** Compiled code of an earlier Triton or PyTorch: it is made anew. */
export function tritonCache(current: Case): Prescription {
  const { owner } = current;
  const windows = isWindows(owner);
  const steps: Step[] =
    owner.shell === 'powershell'
      ? [
          {
            ...say('prescription.cache.triton'),
            command: {
              shell: owner.shell,
              text: 'Remove-Item -Recurse -Force "$env:USERPROFILE\\.triton\\cache"',
            },
          },
          {
            ...say('prescription.cache.inductor'),
            command: {
              shell: owner.shell,
              text: 'Remove-Item -Recurse -Force "$env:TEMP\\torchinductor_$env:USERNAME"',
            },
          },
        ]
      : windows
        ? [
            {
              ...say('prescription.cache.triton'),
              command: { shell: 'cmd', text: 'rmdir /s /q "%USERPROFILE%\\.triton\\cache"' },
            },
            {
              ...say('prescription.cache.inductor'),
              command: { shell: 'cmd', text: 'rmdir /s /q "%TEMP%\\torchinductor_%USERNAME%"' },
            },
          ]
        : [
            {
              ...say('prescription.cache.triton'),
              command: withMark(owner.shell, 'rm -rf ~/.triton/cache'),
            },
            {
              ...say('prescription.cache.inductor'),
              command: withMark(owner.shell, 'rm -rf /tmp/torchinductor_*'),
            },
          ];
  return {
    steps: [closeProgram(owner), ...steps, startAgain(owner)],
    changes: message('prescription.changes.cache'),
    undo: say('prescription.undo.nothing-lost'),
    proof: messageIsGone(current),
  };
}

function withMark(shell: Case['owner']['shell'], text: string) {
  return { shell, text: shell === 'notebook' ? `!${text}` : text };
}

/** A Python, or a version, for which the package is made. */
export function supportedPython(current: Case): Prescription {
  const wanted = wantedPackage(current);
  if (wanted === 'torch') return torchForThisPython(current);
  if (
    wanted === 'xformers' ||
    wanted === 'sageattention' ||
    wanted === 'flash-attn' ||
    wanted === 'triton'
  ) {
    if (isOfAnotherMaker(current.owner)) return supportedBackend(current);
    const prescription = matchingWheel(current);
    if (prescription.steps.some(({ command }) => command)) return prescription;
  }
  const { owner, beside } = current;
  const python = beside.python === null ? null : minorOf(beside.python);
  const look = run(
    'prescription.supported.tags',
    pipCommand({ ...owner, words: { ...owner.words, uv: null } }, 'debug', ['--verbose']),
  );
  const said = /cp3\d+/.exec(wordsOf(current))?.[0];
  const what =
    said !== undefined && python !== null
      ? say('prescription.supported.wheel-for', { tag: said, own: `cp${python.replace('.', '')}` })
      : say('prescription.supported.choose');
  return withoutChange([openShell(owner), look, what], message('prescription.proof.installed'));
}

/** A ready wheel instead of a build; whoever has to build needs tools and torch in sight. */
export function readyOrBuild(current: Case): Prescription {
  const wheel = matchingWheel(current);
  return { ...wheel, otherwise: say('prescription.otherwise.build') };
}
