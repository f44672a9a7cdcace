import { message } from '../../../../shared/messages/index.ts';
import type { Prescription, Step } from '../../../../shared/prescription.ts';
import { headersOf } from '../../knowledge/python-headers.ts';
import type { Case } from '../writing/case.ts';
import { isOfAnotherMaker, isWindows } from '../owner/owner.ts';
import { withoutChange } from '../writing/parts.ts';
import { messageIsGone } from '../writing/proof.ts';
import { commandOf } from '../writing/quote.ts';
import { atTheShell, closeProgram, openShell, run, say, startAgain } from '../writing/steps.ts';
import { pytorchInstead } from './pytorch-attention.ts';

/** The driver of the card's own maker; nobody installs one on a machine that is rented. */
export function newerDriver(current: Case): Prescription {
  const { owner } = current;
  const { vendor } = owner;
  if (owner.program?.hosted) return onHost(current);
  const link =
    vendor === 'amd' ? 'amd-drivers' : vendor === 'intel' ? 'intel-drivers' : 'nvidia-drivers';
  const name = vendor === 'amd' ? 'amd' : vendor === 'intel' ? 'intel' : 'nvidia';
  const see: Step[] = name === 'nvidia' ? [driverNow(current)] : [];
  return {
    steps: [
      ...see,
      { ...say(`prescription.driver.${name}`), link },
      say('prescription.driver.restart'),
      startAgain(owner),
    ],
    changes: message('prescription.changes.driver'),
    undo: say('prescription.undo.driver'),
    proof: messageIsGone(current),
  };
}

function driverNow({ owner }: Case): Step {
  return run('prescription.driver.now', commandOf(owner.shell, ['nvidia-smi']));
}

/** Who only rents a machine chooses another one; its driver is its owner's. */
function onHost(current: Case): Prescription {
  const { program } = current.owner;
  const key =
    program?.hosted === 'notebook'
      ? 'prescription.driver.notebook'
      : program?.hosted === 'container'
        ? 'prescription.driver.container'
        : 'prescription.driver.rented';
  return withoutChange([say(key)], messageIsGone(current));
}

/** Why no card is seen: first whether the system sees it, then what hides it. */
export function deviceEnvironment(current: Case): Prescription {
  const { owner, finding } = current;
  if (finding.advice.key.endsWith('blocked-file')) {
    return withoutChange([say('prescription.device.smart-app-control')], messageIsGone(current));
  }
  const { vendor } = owner;
  if (owner.program?.hosted) {
    const { hosted } = owner.program;
    return withoutChange([say(`prescription.device.${hosted}`)], messageIsGone(current));
  }
  if (vendor === 'amd' || vendor === 'intel' || vendor === 'apple') {
    return withoutChange([say(`prescription.device.${vendor}`)], messageIsGone(current));
  }
  const variable = isWindows(owner)
    ? commandOf(
        owner.shell,
        owner.shell === 'powershell'
          ? ['Remove-Item', 'Env:CUDA_VISIBLE_DEVICES']
          : ['set', 'CUDA_VISIBLE_DEVICES='],
      )
    : commandOf(owner.shell, ['unset', 'CUDA_VISIBLE_DEVICES']);
  return withoutChange(
    [
      run('prescription.device.smi', commandOf(owner.shell, ['nvidia-smi'])),
      say('prescription.device.not-listed'),
      run('prescription.device.hidden', variable),
      startAgain(owner),
    ],
    messageIsGone(current),
  );
}

/** Microsoft's runtime of C++; a copy beside python.exe is older than the system's. */
export function vcRuntime(current: Case): Prescription {
  return {
    steps: [
      closeProgram(current.owner),
      { ...say('prescription.vc.install'), link: 'vc-runtime' },
      say('prescription.driver.restart'),
      startAgain(current.owner),
    ],
    changes: message('prescription.changes.vc'),
    undo: say('prescription.undo.vc'),
    proof: messageIsGone(current),
    otherwise: say('prescription.vc.copies'),
  };
}

/** A C compiler, and the headers of exactly this Python, for what Triton builds at run time. */
export function compilerOrHeaders(current: Case): Prescription {
  const { owner, finding, beside } = current;
  const instead = pytorchInstead(current);
  const otherwise = instead ? { otherwise: instead } : {};
  const wantsHeaders = finding.cause === 'python_headers_missing';
  const end = {
    changes: message('prescription.changes.tools'),
    undo: say('prescription.undo.tools'),
    proof: messageIsGone(current),
    ...otherwise,
  };
  if (!isWindows(owner)) return { steps: atTheShell(owner, [linuxTools(current)]), ...end };
  const isEmbedded = /python_embeded|python\\python\.exe/i.test(owner.words.python);
  const headers = wantsHeaders || isEmbedded ? headersStep(current, headersOf(beside.python)) : [];
  if (isOfAnotherMaker(owner)) {
    const tools: Step = { ...say('prescription.tools.msvc'), link: 'build-tools' };
    return { steps: [closeProgram(owner), tools, startAgain(owner)], ...end };
  }
  const triton: Step = {
    ...say('prescription.tools.triton-windows'),
    link: 'triton-windows-readme',
  };
  return {
    steps: [
      closeProgram(owner),
      openShell(owner),
      ...headers,
      ...(wantsHeaders ? [] : [triton]),
      startAgain(owner),
    ],
    ...end,
  };
}

function linuxTools({ owner }: Case): Step {
  const words = ['sudo', 'apt', 'install', 'gcc', 'python3-dev'];
  // Whoever works in a container or a notebook is root there.
  return run(
    'prescription.tools.linux',
    commandOf(owner.shell, owner.program?.hosted ? words.slice(1) : words),
  );
}

/** Fetches the packed folders and unpacks them beside the embedded python.exe. */
function headersStep({ owner }: Case, headers: { file: string; url: string } | null): Step[] {
  const folder = owner.words.python.replace(/^\.\\/, '').replace(/\\?python\.exe$/i, '');
  if (!headers || folder === '') {
    return [{ ...say('prescription.tools.headers-by-hand'), link: 'triton-windows-readme' }];
  }
  return [
    run(
      'prescription.tools.headers-fetch',
      commandOf(owner.shell, ['curl.exe', '-L', '-o', headers.file, headers.url]),
    ),
    run(
      'prescription.tools.headers-unpack',
      commandOf(owner.shell, ['tar.exe', '-xf', headers.file, '-C', folder]),
      { folder },
    ),
  ];
}

/** The ptxas of a newer CUDA toolkit, for a card that Triton's own does not know. */
export function ptxasPath(current: Case): Prescription {
  const { owner } = current;
  const windows = isWindows(owner);
  const place = windows
    ? 'C:\\Program Files\\NVIDIA GPU Computing Toolkit\\CUDA\\v13.0\\bin\\ptxas.exe'
    : '/usr/local/cuda/bin/ptxas';
  const command =
    owner.shell === 'powershell'
      ? { shell: owner.shell, text: `$env:TRITON_PTXAS_PATH = '${place}'` }
      : windows
        ? commandOf('cmd', ['set', `TRITON_PTXAS_PATH=${place}`])
        : {
            shell: owner.shell,
            text: `${owner.shell === 'notebook' ? '%env' : 'export'} TRITON_PTXAS_PATH=${place}`,
          };
  const instead = pytorchInstead(current);
  return {
    steps: [
      closeProgram(owner),
      { ...say('prescription.ptxas.toolkit'), link: 'cuda-toolkit' },
      run('prescription.ptxas.set', command),
      startAgain(owner),
    ],
    changes: message('prescription.changes.ptxas'),
    undo: say('prescription.undo.ptxas'),
    proof: messageIsGone(current),
    ...(instead ? { otherwise: instead } : {}),
  };
}
