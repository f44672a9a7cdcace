/** A workflow of the user's that `verify --workflow` ran. */
export const workflow = {
  'workflow.title': 'Your workflow, with a fixed seed',
  'workflow.now': 'now',
  'workflow.before': 'last time',
  'workflow.seconds': 'all of it',
  'workflow.per-step': 'one step',
  'workflow.memory': 'memory of the card',
  'workflow.stand-in.model':
    'A model of it is not here, so a tiny workflow of ours ran instead: ComfyUI takes work and gives a picture, more is not shown. {text}',
  'workflow.stand-in.node':
    'A node of it is not here, so a tiny workflow of ours ran instead. If it needs custom nodes, start ComfyUI yourself and run this again. {text}',
  'workflow.picture.black': 'The picture is black: the numbers went wrong on the way.',
  'workflow.picture.noise': 'The picture is noise: the numbers went wrong on the way.',
  'workflow.same': 'The picture is the same as the last time.',
  'workflow.similarity': 'How alike it is to the picture of the last time: {value} of 1.',
} as const;
