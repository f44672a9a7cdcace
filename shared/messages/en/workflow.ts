/** A workflow of the user's that `verify --workflow` ran. */
export const workflow = {
  'problem.workflow-unreadable': 'There is no workflow in this file.',
  'problem.workflow-unreadable.hint':
    'Give one that ComfyUI saved with “Export (API)”, or a PNG that ComfyUI saved.',
  'problem.workflow-not-api': 'This workflow is saved for the page, not for running.',
  'problem.workflow-not-api.hint': 'In ComfyUI choose “Export (API)”, and give that file.',
  'problem.workflow-no-comfyui': 'No ComfyUI could be started for the workflow.',
  'problem.workflow-no-comfyui.hint': 'Start ComfyUI yourself, and run this again while it runs.',
  'problem.workflow-failed': 'ComfyUI could not run the workflow.',
  'problem.workflow-failed.hint':
    'Below is what it said. Custom nodes are there only if you start ComfyUI yourself before.',
  'workflow.title': 'Your workflow, with a fixed seed',
  'workflow.heading': 'Your own work',
  'workflow.lead':
    'Runs a workflow of yours in ComfyUI after the check, twice with a fixed seed, and compares it with its last run. Choose what “Export (API)” saved, or a PNG that ComfyUI saved, or drop it here. Nothing is saved among your pictures.',
  'workflow.choose': 'Run a workflow of mine…',
  'workflow.choose-again': 'Run a workflow again…',
  'workflow.measured': 'Measured',
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
