/** The rungs of the ladder and what follows from them. */
export const verification = {
  'rung.attribute.title': 'xFormers can be imported',
  'rung.extension.title': 'Its compiled part loads',
  'rung.metadata.title': 'It was built for this PyTorch',
  'rung.operators.title': 'It has operators to offer',
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
  'rung.metadata.fail': 'Built for PyTorch {built}, but {torch} is here.',
  'rung.metadata.unknown': 'This xFormers does not say what it was built for.',
  'rung.operators.pass': '{count} of {total} operators are there.',
  'rung.operators.fail': 'No operator is there.',
  'rung.operators.refused':
    '{count} operators are listed as available, but all of them refuse without the extension.',
  'rung.operators.unknown': 'The operators could not be listed.',
  'recommend.xformers': 'xFormers passed every check. ComfyUI uses it by itself.',
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
