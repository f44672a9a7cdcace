/** What a plan says besides its table. */
export const plans = {
  'plan.undo':
    'Before anything changes, the files in question are copied. One click puts them back, without a network.',
  'plan.undo.nothing': 'There is nothing to undo, because nothing changes.',
  'plan.warning.other-cuda-minor':
    'There is no build for {variant} itself. The one for another CUDA version of the same generation is used; it is checked after the installation.',
  'plan.warning.inferred':
    'This {name} version follows from neighbouring releases and was not seen in use. It is checked after the installation.',
  'plan.warning.no-driver-seen':
    'No NVIDIA driver was seen here. Without one, PyTorch cannot use a card.',
  'plan.warning.breaks': '{by} asks for {name} {specifier}, which this change does not meet.',
  'plan.edit-adds': '{path}: {flags} is added.',
  'plan.edit-removes': '{path}: {flags} is taken out.',
  'plan.set-aside': '{path} is moved out of the way and kept.',
  'plan.warning.goes':
    '{name} is taken out: what is here was built for the old PyTorch, and there is none for the new one.',
  'plan.warning.processes-unknown':
    'It cannot be seen here whether ComfyUI is running. Close it, and every other program that uses this Python, before you continue.',
} as const;
