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
  'plan.need.both':
    'Up to {needed} on the drive of {path}, for packages, download and saved files.',
  'plan.need.environment': 'Up to {needed} on the drive of {path}, for the packages.',
  'plan.need.state': 'Up to {needed} on the drive of {path}, for the download and saved files.',
  'plan.need.free': '{free} are free.',
  'plan.need.time':
    'The download takes {time}, if it is as fast as the last ones here ({speed} a second).',
  'plan.need.time-unknown': 'How long the download takes is not known: none was measured here yet.',
  'plan.edit-adds': '{path}: {flags} is added.',
  'plan.edit-removes': '{path}: {flags} is taken out.',
  'plan.set-aside': '{path} is moved out of the way and kept.',
  'plan.warning.goes':
    '{name} is taken out: what is here was built for the old PyTorch, and there is none for the new one.',
  'plan.warning.processes-unknown':
    'It cannot be seen here whether ComfyUI is running. Close it, and every other program that uses this Python, before you continue.',
} as const;
