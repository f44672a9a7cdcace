/** The verdicts, what is in order, what has another cause than attention, and evidence lines. */
export const verdictFindings = {
  'verdict.healthy.xformers': 'Everything works. xFormers {version} fits your PyTorch.',
  'verdict.healthy.xformers-gpu':
    'Everything works. xFormers {version} fits your PyTorch on your {gpu}.',
  'verdict.healthy.pytorch': 'Everything works. PyTorch’s own attention is in use here.',
  'verdict.healthy.sage': 'Everything works. ComfyUI will use SageAttention.',
  'verdict.healthy.flash': 'Everything works. ComfyUI will use Flash Attention.',
  'verdict.healthy.other': 'Everything works.',
  'verdict.benign': 'Nothing is wrong. What you may have seen is harmless.',
  'verdict.benign.reason': 'You can ignore it. The list below says why.',
  'verdict.problem.reason': 'It can be repaired, and the repair can be undone.',
  'verdict.unknown': 'We could not check everything, so we do not say that it works.',
  'verdict.no-torch': 'PyTorch is not installed in this Python.',
  'verdict.torch-broken': 'PyTorch is installed but does not start: {text}',

  'finding.healthy.title': 'Everything works',
  'finding.healthy.explanation':
    'Attention is accelerated as it should be, and nothing that was looked at speaks of trouble. There is nothing to repair.',
  'finding.healthy.explanation-live':
    'The packages fit together, and a live Python loaded them without a complaint. There is nothing to repair.',
  'finding.healthy.explanation-static':
    'By their files the packages fit together. Python was not started to prove it.',
  'finding.healthy.cost': 'Nothing happens. Everything can stay as it is.',

  'finding.not_attention_oom.title':
    'The graphics card ran out of memory; attention itself is fine.',
  'finding.not_attention_oom.explanation':
    'Model, picture size and batch together need more memory than the card has left, and reinstalling packages does not change that. A smaller picture, fewer frames, a smaller (quantised) model, VAE tiling or the flag --lowvram helps; so does closing other programs that use the card.',
  'finding.not_attention_oom.cost':
    'This workflow goes on stopping at this point; smaller ones run as before.',

  'finding.not_attention_other.title': 'The trouble has another cause; attention is fine.',
  'finding.not_attention_other.explanation':
    'What failed is something else, such as a model file, a custom node, the workflow, the connection or a port. The attention packages show no fault in what was looked at. The lines in the evidence name what to look at.',
  'finding.not_attention_other.cost':
    'What failed goes on failing; reinstalling xFormers, Triton or PyTorch would not help.',
  'finding.not_attention_other.title-model-file':
    'A model file is missing or damaged; attention is fine.',
  'finding.not_attention_other.explanation-model-file':
    'The workflow asks for a file that is not in the models folder or was not downloaded completely. Download it again, put it into the folder that its loader names, and choose it in the loader.',
  'finding.not_attention_other.title-model-fit':
    'The models in this workflow do not belong together; attention is fine.',
  'finding.not_attention_other.explanation-model-fit':
    'A part such as a ControlNet, LoRA, VAE or CLIP model was made for another family of models than the checkpoint. Choose the one for the same family, for example SDXL with SDXL.',
  'finding.not_attention_other.title-custom-node':
    'A custom node does not load or fails; attention is fine.',
  'finding.not_attention_other.explanation-custom-node':
    'The error comes from a custom node or from a package that it lacks. Update the node, install its requirements with ComfyUI’s own Python, or switch it off for a test with --disable-all-custom-nodes.',
  'finding.not_attention_other.title-workflow': 'The workflow has an error; attention is fine.',
  'finding.not_attention_other.explanation-workflow':
    'ComfyUI refused the workflow because a node is unknown, an input is missing or a value is not in its list. Open the workflow, look for the nodes with a red frame, and set them right.',
  'finding.not_attention_other.title-port':
    'ComfyUI could not open its address; attention is fine.',
  'finding.not_attention_other.explanation-port':
    'Another program, often a second ComfyUI, uses the same port, or Windows reserves it. Close the other one, or start with another port, such as --port 8189.',
  'finding.not_attention_other.title-app-version':
    'ComfyUI and something it uses are of different age; attention is fine.',
  'finding.not_attention_other.explanation-app-version':
    'A node, model or web page asks for something that this ComfyUI does not have yet, or no longer has. Update ComfyUI and its requirements, then the custom nodes.',
  'finding.not_attention_other.title-network':
    'A server on the internet could not be reached; attention is fine.',
  'finding.not_attention_other.explanation-network':
    'A list, model or custom node could not be downloaded, which does not stop pictures from being made. Check the connection, the proxy and whether Git is installed, then try again.',

  'evidence.torch-cuda': 'PyTorch {version}, made for CUDA {cuda}',
  'evidence.torch-rocm': 'PyTorch {version}, made for ROCm {hip}',
  'evidence.torch-cpu': 'PyTorch {version}, made without GPU support',
  'evidence.xformers': 'xFormers {version}, which does not say what it was built for',
  'evidence.xformers-built': 'xFormers {version}, built for PyTorch {torch}',
  'evidence.not-installed': '{name} is not among the installed packages',
  'evidence.needs-cuda': '{name} {version} is installed and only works with CUDA',
  'evidence.needs-triton': '{name} {version} is installed and imports Triton',
  'evidence.flag': 'The start script has {flag}',
  'evidence.flag-running': 'ComfyUI is running with {flag}',
  'evidence.gpu': 'The driver reports an {name}',
  'evidence.driver': 'An NVIDIA driver is installed {version}',
  'evidence.python-said': 'Python said: {text}',
  'evidence.log-line': 'Line {line}: {text}',
} as const;
