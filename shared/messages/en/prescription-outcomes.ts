/** Where settings stand, what changes, how it is undone, what proves it, and what else would help. */
export const prescriptionOutcomes = {
  'prescription.edit.place': 'Where: {place}',
  'prescription.edit.remove': 'Remove, if it is there: {words}',
  'prescription.edit.add': 'Add: {words}',
  'prescription.label.steps': 'By hand:',
  'prescription.label.changes': 'What changes: {text}',
  'prescription.label.undo': 'To undo: {text}',
  'prescription.label.proof': 'It worked if you see this: {text}',
  'prescription.label.otherwise': 'Otherwise: {text}',
  'prescription.label.link': 'Look here: {address}',

  'prescription.place.script':
    'The start script {file}: right-click it, choose “Edit”, and look for the line that starts the program (main.py or launch.py).',
  'prescription.place.portable':
    'The start script that you use, such as {file} in the folder of the portable version: right-click it, choose “Edit”, and look for the line with ComfyUI\\main.py.',
  'prescription.place.easy-install':
    'The start script that you use in the folder ComfyUI-Easy-Install (Start ComfyUI.bat): right-click it, choose “Edit”, and look for the line with ComfyUI\\main.py.',
  'prescription.place.aki':
    'The 绘世 launcher: “高级选项” (advanced options), at its attention setting (“Cross-Attention 优化方案”) or in “自定义参数”.',
  'prescription.place.stability-matrix':
    'Stability Matrix: the gear beside “Launch” of the package (launch options); what has no box there goes into “Extra Launch Arguments”.',
  'prescription.place.pinokio':
    'Pinokio: “Files” of this app, in the file start.js, the line with main.py.',
  'prescription.place.swarmui':
    'SwarmUI: “Server”, “Backends”, the pencil of the ComfyUI backend, field “ExtraArgs”.',
  'prescription.place.krita':
    'Krita: the plug-in’s settings, “Connection”, field “Server arguments”.',
  'prescription.place.desktop-v1':
    'ComfyUI Desktop: Settings, “Server-Config”, section “Attention”. A flag that has no field there is written, without its dashes, into the file user\\default\\comfy.settings.json below "Comfy.Server.LaunchArgs", for example {"use-sage-attention": ""}.',
  'prescription.place.desktop-v2':
    'Comfy Desktop: the settings of this install, field “Startup Arguments”. Leave what else stands there.',
  'prescription.place.comfy-cli':
    'The command that starts it: behind “comfy launch --”, and in default_launch_extras of comfy-cli, where that is set.',
  'prescription.place.command': 'The command or script that starts ComfyUI, behind main.py.',
  'prescription.place.cell':
    'The cell of the notebook that starts the program, behind main.py or launch.py.',
  'prescription.place.rented':
    'The start settings of the machine: the file comfyui_args.txt, the variable COMFYUI_ARGS, or the script that starts main.py.',
  'prescription.place.container':
    'The variable of the container that holds its flags (CLI_ARGS, COMFY_CMDLINE_EXTRA), or the command of its compose file.',
  'prescription.place.webui': 'The file {file}, in the line that sets COMMANDLINE_ARGS.',
  'prescription.place.sdnext':
    'SD.Next: Settings, “Cross attention”, “Attention method”; then “Apply settings”.',
  'prescription.place.invokeai':
    'The file invokeai.yaml in the folder of InvokeAI, as a line of its own.',
  'prescription.place.kohya':
    'kohya: “Advanced” of the training, field “CrossAttention”; in a command, the flag of the training script.',
  'prescription.place.training-command':
    'The command of the training, among its flags; with “accelerate launch”, behind the script’s name.',
  'prescription.place.onetrainer': 'OneTrainer: the tab “training”, field “Attention”.',
  'prescription.place.ai-toolkit': 'The .yaml file of the training job, below “train”.',
  'prescription.place.wan2gp':
    'The command that starts wgp.py; the same choice stands in its “Configuration”, “Attention Type”.',
  'prescription.place.framepack': 'The command that starts demo_gradio.py.',
  'prescription.place.fooocus': 'The command that starts launch.py or entry_with_update.py.',
  'prescription.place.unknown':
    'The command or start script of your program, behind the Python file that it starts.',
  'prescription.place.node': 'The node {node} in your workflow.',
  'prescription.place.behind-loader':
    'In your workflow, between the loader of the diffusion model and the sampler.',

  'prescription.changes.nothing': 'Nothing is installed, removed or written.',
  'prescription.changes.package':
    'Replaces {name} {old} by {version}. {kept} and every other package stay as they are.',
  'prescription.changes.package-new':
    'Puts in {name} {version}. {kept} and every other package stay as they are.',
  'prescription.changes.only':
    'Changes {name} alone. {kept} and every other package stay as they are.',
  'prescription.changes.uninstalled': 'Takes {name} out. Every other package stays as it is.',
  'prescription.changes.torch':
    'Replaces PyTorch {old} by {now}, with the CUDA libraries that belong to it. Other packages that were compiled for the old PyTorch may need their own replacement.',
  'prescription.changes.torch-new':
    'Puts in {now}, with the CUDA libraries that belong to it. Other packages that were compiled for another PyTorch may need their own replacement.',
  'prescription.changes.torch-three':
    'Replaces torch, torchvision and torchaudio, and what belongs to them. Other packages that were compiled for the old PyTorch may need their own replacement.',
  'prescription.changes.right-python':
    'Puts the package and what it asks for into the environment of your program. The other Python stays as it is.',
  'prescription.changes.added': 'Adds “{words}” to how the program is started. No package changes.',
  'prescription.changes.removed':
    'Takes “{words}” out of how the program is started. No package changes.',
  'prescription.changes.replaced':
    'The program is started with “{words}” instead of “{old}”. No package changes.',
  'prescription.changes.workflow': 'Changes the workflow alone. No package changes.',
  'prescription.changes.beside':
    'A second ComfyUI stands beside the old one, which stays as it is.',
  'prescription.changes.driver':
    'Replaces the driver of the graphics card. No Python package changes.',
  'prescription.changes.vc':
    'Updates a part of Windows that many programs use. No Python package changes.',
  'prescription.changes.tools':
    'Adds tools and headers beside the packages, which stay as they are.',
  'prescription.changes.ptxas': 'Triton compiles with another ptxas. No package changes.',
  'prescription.changes.space':
    'Deletes what pip downloaded earlier; it is downloaded again when it is needed. No package changes.',
  'prescription.changes.venv':
    'A new folder venv holds all packages of the program. The system’s Python stays as it is.',
  'prescription.changes.cache':
    'Deletes compiled kernels, which are made anew at the first run. No package changes.',
  'prescription.changes.repair':
    'Puts the damaged package back as it was meant to be. Every other package stays as it is.',
  'prescription.changes.update':
    'Updates ComfyUI or the custom node, with what they ask for; PyTorch stays, unless their requirements say otherwise.',

  'prescription.undo.nothing': 'There is nothing to undo.',
  'prescription.undo.nothing-lost': 'There is nothing to undo: what was deleted is made anew.',
  'prescription.undo.package': 'Put {name} {version} in again with the same Python.',
  'prescription.undo.uninstall': 'Take {name} out again.',
  'prescription.undo.install-again': 'Install {name} again as you did the first time.',
  'prescription.undo.torch':
    'Put PyTorch {version} in again, and torchvision and torchaudio in the versions of your list.',
  'prescription.undo.torch-list':
    'Install torch, torchvision and torchaudio in the versions of your list, from the index that the ending of their version names.',
  'prescription.undo.setting': 'Reverse the change at the same place.',
  'prescription.undo.node': 'Set the field {widget} to what it was.',
  'prescription.undo.some-node': 'Load the workflow as it was saved.',
  'prescription.undo.beside': 'Delete the new folder and start the old one.',
  'prescription.undo.driver':
    'Install the old driver again (in Windows: Device Manager, the card, “Driver”, “Roll Back Driver”).',
  'prescription.undo.vc':
    'This has no way back, and needs none: newer versions run what older ones ran.',
  'prescription.undo.tools': 'Delete the folders or packages that were added.',
  'prescription.undo.ptxas': 'Delete the line from the start script.',
  'prescription.undo.space': 'There is nothing to undo: the setting ends with the window.',
  'prescription.undo.venv': 'Delete the folder venv and start the program as before.',
  'prescription.undo.repair': 'There is no way back to the damaged state, and no need for one.',
  'prescription.undo.numpy': 'Put NumPy 2 in again.',
  'prescription.undo.right-python':
    'Uninstall what the last line (“Successfully installed …”) names.',
  'prescription.undo.update': 'Choose the former version in the Manager (“Switch Ver”).',

  'prescription.proof.line': 'The next start prints the line “{line}”.',
  'prescription.proof.gone': 'This line does not come again: “{line}”',
  'prescription.proof.look-again':
    'Attention Doctor does not show this finding any more when it looks again.',
  'prescription.proof.as-before': 'Nothing has to be proved: pictures come as before.',
  'prescription.proof.installed': 'pip ends with “Successfully installed”.',
  'prescription.proof.torch-tag': 'The command that printed the versions now prints {tag}.',
  'prescription.proof.amd':
    'The next start prints a PyTorch version with “+rocm”, and the name of your card.',
  'prescription.proof.intel':
    'The next start prints a PyTorch version with “+xpu”, and “Device: xpu:0”.',

  'prescription.otherwise.pytorch':
    'Install nothing and use PyTorch’s own attention, which needs no package.',
  'prescription.otherwise.uninstall': 'If something still stumbles over it, take {name} out.',
  'prescription.otherwise.fp16':
    'Use fp16 or bf16 where the model allows it: many kernels take nothing else.',
  'prescription.otherwise.build':
    'Build it yourself, with a C++ compiler, the CUDA toolkit of exactly PyTorch’s CUDA version, and “--no-build-isolation”; this takes an hour or more.',
  'prescription.otherwise.node-off':
    'Switch the custom node off in the Manager until its author has mended it.',
  'prescription.otherwise.pack-off':
    'Switch {pack} off in the Manager until its author has mended it.',
} as const;
