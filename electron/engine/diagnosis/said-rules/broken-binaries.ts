import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import { placeOf, type Heard } from '../evidence/heard.ts';
import { signatureOf } from './by-default.ts';
import type { SaidRule } from './said-rule.ts';

const loads: readonly SignatureId[] = [
  'OS_DLL_NOT_FOUND',
  'OS_DLL_DEPENDENCY',
  'OS_DLL_PROC',
  'PT_UNDEFINED_SYMBOL',
  'OS_GLIBC',
  'PT_SHARED_LIBRARY',
  'PT_LIBRARY_NOT_LOADED',
  'XF_FA_DLL',
  'SA_BINARY',
  'TR_CACHE_SYMBOL',
  'TR_LIBTRITON_DLL',
  'TR_CUDA_UTILS',
];

/** A library of torch itself: its row says which kind of trouble that is. */
const torchLibraries: readonly SignatureId[] = ['PT_DLL_BROKEN', 'PT_CUDA_DLL_BROKEN'];
/** The page file was too small: the library is whole, the memory was not enough. */
const noMemory = /WinError 1455\b/;

/** Whose file it is, by the words of the line that says it did not load. First match decides. */
const owners: readonly [RegExp, Cause][] = [
  [/\.triton[\\/]+cache|torchinductor_/i, 'triton_stale_cache'],
  [/flash_?attn|flashattn|flash.?attention/i, 'flash_attn_binary_mismatch'],
  [/sage_?attn|sageattention|_fused\b|_qattn\w*|spas_sage/i, 'sageattention_binary_mismatch'],
  [/torchvision|torchaudio|torchcodec/i, 'torchvision_torch_mismatch'],
  [/xformers/i, 'xformers_torch_mismatch'],
  [/importing libtriton|libtriton\.pyd/i, 'vc_runtime_dll_broken'],
  [/importing cuda_utils|__triton_launcher/i, 'triton_stale_cache'],
  [/libtriton|triton[\\/]_C/i, 'triton_version_mismatch'],
  [/caffe2_nvrtc|nvrtc|cudnn|cublas|cudart/i, 'install_corrupted'],
  [
    /[\\/]torch[\\/]lib|c10\.dll|fbgemm|shm\.dll|torch_python|importing _C\b|libomp/i,
    'vc_runtime_dll_broken',
  ],
];

function ownerIn(text: string): Cause | null {
  return owners.find(([words]) => words.test(text))?.[1] ?? null;
}

/** The package whose folder a file lies in, whatever it brings along in there: xformers/flash_attn_3. */
function folderIn(text: string): string {
  return /(?:site|dist)-packages[\\/]+([^\\/]+)[\\/]/i.exec(text)?.[1] ?? '';
}

const frameOwners: ReadonlyMap<SignatureId, Cause> = new Map([
  ['FRAME_FLASH_ATTN', 'flash_attn_binary_mismatch'],
  ['FRAME_SAGE', 'sageattention_binary_mismatch'],
  ['FRAME_XFORMERS', 'xformers_torch_mismatch'],
]);

/** A compiled file did not load. The words after the file's name are the system's own language. */
export const brokenBinaries: SaidRule = {
  reads: [...loads, ...torchLibraries, 'TR_APP_CONTROL'],
  find(heard) {
    const lines = heard.all(...loads, ...torchLibraries);
    const findings = lines.flatMap((line) => {
      const cause = noMemory.test(line.text) ? null : ownerOf(line, heard);
      return cause
        ? [findingOf(cause, { evidence: [saidEvidence(line)], ...remediesOf(cause, line) })]
        : [];
    });
    const blocked = heard.first('TR_APP_CONTROL');
    if (!blocked) return findings;
    // Looks like a broken installation and is none: Windows refuses to load the file.
    return [
      findingOf('vc_runtime_dll_broken', {
        evidence: [saidEvidence(blocked)],
        title: message('finding.vc_runtime_dll_broken.title-blocked'),
        explanation: message('finding.vc_runtime_dll_broken.explanation-blocked'),
        remedies: [{ goal: null, fixKind: 'other', fixDetail: 'fix_device_environment' }],
        advice: message('advice.fix_device_environment.blocked-file'),
        links: [],
      }),
    ];
  },
};

const ourFiles =
  /[\\/](?:torch|torchvision|torchaudio|triton|xformers|flash_attn|sageattention)[\\/]/i;

/** Where every library is loaded, whosever it is. */
const inCtypes = /[\\/]ctypes[\\/]/;

/** By the file that the line names, else by the last frame above it; without either it may be torch's. */
function isOfOurs(line: Said, heard: Heard): boolean {
  if (heard.near(line, 12, 'FRAME_SUBPROCESS')) return false;
  if (ourFiles.test(line.text)) return true;
  const frames = heard
    .allNear(line, 12, 'TROUBLE_FRAME')
    .filter((each) => !inCtypes.test(each.text));
  const last = frames.findLast((each) => placeOf(each) <= placeOf(line));
  return last === undefined || ourFiles.test(last.text);
}

/** A file that is no program or library of this system: cut off while it was written, or of another one. */
const notOfThisSystem = /WinError 193\b/;

function ownerOf(line: Said, heard: Heard): Cause | null {
  // Starting another program fails with the same number.
  if (notOfThisSystem.test(line.text)) return isOfOurs(line, heard) ? 'install_corrupted' : null;
  if (torchLibraries.includes(line.signature)) return signatureOf(line)?.cause ?? null;
  const named = ownerIn(folderIn(line.text)) ?? ownerIn(line.text);
  const frame = heard.near(line, 12, ...frameOwners.keys());
  const asker = (frame && frameOwners.get(frame.signature)) ?? null;
  // A library of CUDA that is not there is of another CUDA than the package that asks for it.
  const isOfCuda = line.signature === 'PT_SHARED_LIBRARY' && named === 'install_corrupted';
  return isOfCuda ? (asker ?? named) : (named ?? asker);
}

function remediesOf(cause: Cause, line: Said): Pick<Finding, 'remedies'> | object {
  return cause === 'torchvision_torch_mismatch' && /torchaudio/i.test(line.text)
    ? { remedies: [{ goal: 'torch-cuda', fixKind: 'reinstall_torch_cuda' }] }
    : {};
}
