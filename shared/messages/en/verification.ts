/** The rungs of the ladder and what follows from them. */
export const verification = {
  'proof.works': 'It works.',
  'proof.works-cpu': 'It works, on the processor (CPU).',
  'proof.fits': 'The packages fit and load.',
  'proof.failed': 'It does not work yet.',
  'proof.partly': 'Not everything could be checked.',
  'proof.nothing': 'There is nothing to check here.',
  'rung.attribute.title': 'xFormers can be imported',
  'rung.extension.title': 'The part that computes loads',
  'rung.metadata.title': 'It was built for this PyTorch',
  'rung.operators.title': 'It has ways to compute attention',
  'rung.runs.title': 'Attention is computed, and the numbers are right',
  'rung.kernel.title': 'The intended kernel ran',
  'rung.triton.title': 'Triton compiles and runs a kernel',
  'rung.comfyui.title': 'ComfyUI starts with it',
  'rung.not-installed': 'xFormers is not installed, so there is nothing to check.',
  'rung.not-run': 'Python gave no answer, so this could not be checked.',
  'rung.attribute.pass':
    'xformers.ops has memory_efficient_attention. A broken installation has it too, so this alone proves little.',
  'rung.attribute.fail': 'xformers.ops has no memory_efficient_attention.',
  'rung.attribute.error': 'Importing xFormers failed: {text}',
  'rung.extension.pass': 'The C++/CUDA extension was loaded.',
  'rung.extension.fail': 'The C++/CUDA extension was not loaded. {text}',
  'rung.extension.unknown': 'This xFormers does not say whether its extension was loaded.',
  'rung.metadata.pass': 'Built for PyTorch {built}, and {torch} is here.',
  'rung.metadata.computes':
    'Built for PyTorch {built}, and {torch} is here: it computes all the same.',
  'rung.metadata.fail': 'Built for PyTorch {built}, but {torch} is here.',
  'rung.metadata.unknown': 'This xFormers does not say what it was built for.',
  'rung.operators.pass': '{count} of its {total} ways to compute attention are there.',
  'rung.operators.fail': 'None of its ways to compute attention is there.',
  'rung.operators.refused':
    '{count} ways to compute are listed as available, but all of them refuse without the part that computes.',
  'rung.operators.unknown': 'Its ways to compute could not be listed.',
  'rung.runs.not-asked': 'Nothing was computed in this look; “Check that it works” does it.',
  'rung.runs.pass-gpu': 'Computed attention on the graphics card, with the right numbers: {names}.',
  'rung.runs.pass-cpu':
    'Computed attention on the processor (CPU), with the right numbers: {names}. On a graphics card nothing was computed.',
  'rung.kernel.nothing-ran': 'No attention was computed, so no kernel can be named.',
  'rung.kernel.unnamed': 'The profiler named no kernel.',
  'rung.kernel.other': '{name} ran on a kernel that is not its own: {kernel}.',
  'rung.kernel.strange': '{name} ran on a kernel that we do not know: {kernel}.',
  'rung.kernel.pass': 'Each ran on its own kernel.',
  'rung.kernel.own': 'Each ran on its own kernel. Of those inside PyTorch it chose: {family}.',
  'rung.kernel.math':
    'PyTorch took its plain formula (“math”), which is slow and needs much memory, and none of its fast kernels.',
  'rung.kernel.borrowed':
    '{name} has no kernel of its own here: it hands the work to PyTorch’s own flash kernel.',
  'rung.triton.absent': 'Triton is not installed.',
  'rung.triton.no-gpu': 'Triton needs a graphics card, and Python sees none here.',
  'rung.triton.pass': 'Triton {version} compiled and ran a kernel from scratch in {seconds} s.',
  'rung.triton.pass-compile':
    'Triton {version} runs its kernels, and PyTorch compiled an attention block with it in {seconds} s, as your workflow does.',
  'rung.triton.compile-fail':
    'Triton runs a kernel, but PyTorch could not compile an attention block with it, as your workflow does. {text}',
  'rung.triton.compile-wrong':
    'PyTorch compiled an attention block with Triton {version}, but its numbers are wrong.',
  'rung.triton.wrong': 'Triton {version} ran a kernel, but its numbers are wrong.',
  'rung.triton.fail': 'Triton could not compile or run a kernel. {text}',
  'rung.triton.crashed': 'Python crashed while Triton compiled or ran a kernel: {end}.',
  'rung.triton.hung': 'Triton had not compiled and run a kernel after {seconds} s.',
  'rung.comfyui.not-asked': 'ComfyUI was not started; “Check that it works” does it.',
  'rung.comfyui.none': 'No ComfyUI belongs to this Python.',
  'rung.comfyui.running': 'This ComfyUI is running, so it was not started a second time.',
  'rung.comfyui.cannot-see':
    'It cannot be seen whether this ComfyUI is running, so it was not started.',
  'rung.comfyui.no-test':
    'This version of ComfyUI has no start that ends by itself (--quick-test-for-ci).',
  'rung.comfyui.no-python': 'Python could not be started, so ComfyUI was not either.',
  'rung.comfyui.pass':
    'ComfyUI started with its own flags, without custom nodes, and says that it uses: {backend}.',
  'rung.comfyui.pass-cpu':
    'ComfyUI started on the processor (CPU), without custom nodes, and says that it uses: {backend}.',
  'rung.comfyui.silent': 'ComfyUI started, but did not say which attention it uses.',
  'rung.comfyui.other': 'ComfyUI was asked for {asked}, but says that it uses {backend}.',
  'rung.comfyui.ended': 'ComfyUI ended with an error while it started: {end}.',
  'rung.comfyui.flags': 'ComfyUI does not take the words that it is started with: {text}',
  'rung.comfyui.hung': 'ComfyUI had not started after {seconds} s.',
  'backend.not-installed': '{name} is not installed.',
  'backend.no-torch': 'PyTorch is not installed, so nothing can be computed.',
  'backend.torch-broken': 'PyTorch cannot be imported, so nothing can be computed.',
  'backend.needs-gpu': '{name} computes on graphics cards alone, and Python sees none here.',
  'backend.refused': '{name} says that it cannot be used here. {text}',
  'backend.memory': 'There was not enough free memory to try {name}.',
  'backend.failed': '{name} could not compute. {text}',
  'backend.wrong': '{name} computed, but the numbers are wrong: off by {percent}.',
  'backend.ran.gpu': '{name} computed on the graphics card, off by {percent} at most.',
  'backend.ran.cpu': '{name} computed on the processor (CPU), off by {percent} at most.',
  'backend.broken': '{name} could not be compared: our own test stumbled here. {text}',
  'backend.untold': '{name} did not tell how it went.',
  'backend.not-started': '{name} could not be tried: Python could not be started.',
  'backend.hung': '{name} gave no answer within {seconds} s.',
  'backend.crashed': 'Python crashed with {name}: {end}.',
  'backend.crashed-at': 'Python crashed while {name} computed {shape}: {end}.',
  'recommend.xformers': 'xFormers fits and loads. ComfyUI uses it by itself.',
  'recommend.xformers-ran': 'xFormers passed every check and computed. ComfyUI uses it by itself.',
  'recommend.left': '{name} is the one that computes here; PyTorch’s own does not.',
  'recommend.nothing':
    'PyTorch {version} cannot compute attention here, and neither can anything else that is installed: this has to be put right first.',
  'recommend.measured.own':
    'PyTorch’s own attention is {times} times faster than {name} on this card: nothing to install.',
  'recommend.measured.same':
    'PyTorch’s own attention is as fast as {name} on this card: nothing to install.',
  'recommend.measured.alone':
    'PyTorch’s own attention is the only one that could be measured here: nothing to switch on.',
  'recommend.measured.other': '{name} is {times} times faster than PyTorch’s own on this card.',
  'recommend.measured.quantized':
    '{name} is {times} times faster than PyTorch’s own on this card. It computes in 8 bits: its numbers are off by {percent}.',
  'recommend.measured.video':
    'PyTorch’s own attention is the fastest exact one on this card: nothing to install. For video {name} ({flag}) saves {saved} %, with numbers off by {percent}.',
  'recommend.pytorch':
    'xFormers did not pass every check. PyTorch {version} has an attention of its own that works now.',
  'recommend.pytorch-only':
    'PyTorch {version} has an attention of its own, and ComfyUI uses it by itself.',
  'recommend.no-torch': 'PyTorch is not installed here, so there is nothing to recommend yet.',
  'backend.stops': 'ComfyUI will stop at start: {flag} asks for a package that is not installed.',
  'backend.by-flag': 'The start script chooses it with {flag}.',
  'backend.xformers': 'xFormers can be loaded, and ComfyUI takes it by itself.',
  'backend.pytorch': 'Nothing else is chosen or can be loaded, so ComfyUI takes PyTorch’s own.',
  'backend.last': 'It is what is left when nothing faster can be used.',
} as const;
