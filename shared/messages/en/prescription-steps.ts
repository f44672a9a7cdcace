/** Where the commands of a prescription are typed, and what stands around them. */
export const prescriptionSteps = {
  'prescription.close': 'Close {program} completely, the window with its log too.',
  'prescription.close.unknown':
    'Close the program that printed the message completely, the window with its log too.',
  'prescription.close.notebook': 'Stop the cell that runs (the square button in front of it).',

  'prescription.start': 'Start {program} again the way you always do.',
  'prescription.start.unknown': 'Start the program again the way you always do.',
  'prescription.start.notebook':
    'Restart the session of the notebook and run its cells again, the new one included.',

  'prescription.open.known.windows':
    'Open a Command Prompt in the folder {folder}: show the folder in Explorer, click into its address bar, type cmd and press Enter.',
  'prescription.open.known.powershell': 'Open PowerShell in the folder {folder}.',
  'prescription.open.known.unix': 'Open a terminal in the folder {folder}.',
  'prescription.open.any.windows':
    'Open a Command Prompt: press the Windows key, type cmd and press Enter.',
  'prescription.open.any.powershell': 'Open PowerShell.',
  'prescription.open.any.unix': 'Open a terminal.',
  'prescription.open.unknown.windows':
    'Open a Command Prompt in the folder of your program and activate its environment first, as its start script does (often venv\\Scripts\\activate): “python” below has to be the Python that runs your program.',
  'prescription.open.unknown.unix':
    'Open a terminal in the folder of your program and activate its environment first, as its start script does (often source venv/bin/activate): “python3” below has to be the Python that runs your program.',
  'prescription.open.notebook':
    'Add a cell above the one that starts the program in {program}, and run this line in it.',
  'prescription.open.rented':
    'Open the terminal of the rented machine (in Jupyter or as a web terminal). If the program there runs in an environment of its own, activate that first.',
  'prescription.open.container':
    'Open a shell inside of the running container, as its image describes it. What is installed there is lost when the container is made anew: put the same line into its start script or image afterwards.',
  'prescription.open.portable.windows':
    'Open a Command Prompt in the folder of {program} that holds python_embeded: show it in Explorer, click into its address bar, type cmd and press Enter.',
  'prescription.open.portable.unix': 'Open a terminal in the folder of {program}.',
  'prescription.open.aki.windows':
    'Open a Command Prompt in the folder of the launcher that holds the folder python (in older versions it is called .ext): show it in Explorer, click into its address bar, type cmd and press Enter.',
  'prescription.open.aki.unix': 'Open a terminal in the folder of {program}.',
  'prescription.open.comfyui.windows':
    'Open a Command Prompt in the folder of {program} that holds main.py: show it in Explorer, click into its address bar, type cmd and press Enter. If its environment is not called as in the command below (venv, .venv), write its name there.',
  'prescription.open.comfyui.unix':
    'Open a terminal in the folder of {program} that holds main.py. If its environment is not called as in the command below (venv, .venv), write its name there.',
  'prescription.open.desktop.windows':
    'Open a Command Prompt in the folder that you chose for your models when you installed {program} (usually Documents\\ComfyUI; it holds the folder .venv): show it in Explorer, click into its address bar, type cmd and press Enter.',
  'prescription.open.desktop.unix':
    'Open a terminal in the folder that you chose for your models when you installed {program} (usually Documents/ComfyUI; it holds the folder .venv).',
  'prescription.open.desktop2.windows':
    'In {program} open the folder of this install (it holds ComfyUI and standalone-env), click into the address bar of Explorer, type cmd and press Enter.',
  'prescription.open.desktop2.unix':
    'Open a terminal in the folder of this install of {program}, which holds ComfyUI and standalone-env.',
  'prescription.open.package.windows':
    'In Stability Matrix open the menu (⋮) of the package and choose “Open in Explorer”, click into the address bar, type cmd and press Enter. If a command answers “No module named pip”, write ..\\..\\Assets\\uv\\uv.exe pip install --python venv\\Scripts\\python.exe for all of it up to “install”.',
  'prescription.open.package.unix':
    'In Stability Matrix open the menu (⋮) of the package, show its folder, and open a terminal there.',
  'prescription.open.pinokio.windows':
    'In Pinokio choose “Files” of this app; in its folder, which holds app, click into the address bar, type cmd and press Enter.',
  'prescription.open.pinokio.unix':
    'In Pinokio choose “Files” of this app, and open a terminal in its folder, which holds app.',
  'prescription.open.swarm.windows':
    'Open a Command Prompt in the folder of SwarmUI, which holds dlbackend: show it in Explorer, click into its address bar, type cmd and press Enter.',
  'prescription.open.swarm.unix':
    'Open a terminal in the folder of SwarmUI, which holds dlbackend.',
  'prescription.open.server.windows':
    'Open a Command Prompt in the server folder of {program} (its path stands in the plug-in’s connection settings; it holds ComfyUI and venv): show it in Explorer, click into its address bar, type cmd and press Enter.',
  'prescription.open.server.unix':
    'Open a terminal in the server folder of {program} (its path stands in the plug-in’s connection settings; it holds ComfyUI and venv).',
  'prescription.open.webui.windows':
    'Open a Command Prompt in the folder that holds webui-user.bat and venv: show it in Explorer, click into its address bar, type cmd and press Enter. (The one-click version of Forge has no venv: there write ..\\system\\python\\python.exe instead of venv\\Scripts\\python.exe.)',
  'prescription.open.webui.unix':
    'Open a terminal in the folder that holds webui-user.sh and venv.',
  'prescription.open.invoke.windows':
    'Open a Command Prompt in the folder where InvokeAI is installed (it holds .venv and invokeai.yaml): show it in Explorer, click into its address bar, type cmd and press Enter. The command needs uv, the program that installed InvokeAI.',
  'prescription.open.invoke.unix':
    'Open a terminal in the folder where InvokeAI is installed (it holds .venv and invokeai.yaml). The command needs uv, the program that installed InvokeAI.',
  'prescription.open.program.windows':
    'Open a Command Prompt in the folder of {program}: show it in Explorer, click into its address bar, type cmd and press Enter. If its environment is not called as in the command below, write its name there.',
  'prescription.open.program.unix':
    'Open a terminal in the folder of {program}. If its environment is not called as in the command below, write its name there.',

  'prescription.find-torch':
    'See which Python and which PyTorch are there: this prints both, for example “3.12.10 2.8.0+cu128”.',

  'prescription.step.setting': 'Change how the program is started, and save.',
  'prescription.step.node':
    'In your workflow find the node {node} and set its field {widget} to {value}.',
  'prescription.step.some-node':
    'In your workflow find the node that loads or patches the model and has a field for attention, and choose PyTorch’s own there: “sdpa” where the field is called attention_mode (WanVideo, HunyuanVideo, FramePack loaders), “disabled” where it is called sage_attention (Patch Sage Attention KJ).',
  'prescription.step.sage-node':
    'To use SageAttention for the diffusion model alone, put the node {node} from ComfyUI-KJNodes between the model’s loader and the sampler: text encoder and VAE then keep PyTorch’s attention.',
  'prescription.step.run-again': 'Run the workflow again; nothing has to be restarted for that.',
  'prescription.setting.unknown-program':
    'In the settings of the program that printed the message choose PyTorch’s own attention: it is called “SDPA”, “sdp” or “Scaled dot product”.',
  'prescription.setting.already':
    'There is no such setting left to change: the flags that are known are set as they should be. Start the program without any custom node, and see whether the message comes again.',

  'prescription.limit.format':
    'Take the same model in another number format: fp16, where the loader offers it, or a file without “fp8” or “bf16” in its name; your card has no commands for the one that is asked for.',
  'prescription.limit.nothing':
    'Install nothing: what is asked for does not exist for this card. PyTorch’s own attention does the work already.',
  'prescription.limit.vendor-amd':
    'Install nothing that is made for other cards (xFormers, SageAttention 2 and flash-attn from the usual index): PyTorch’s own attention is what runs on AMD cards. In nodes choose “sdpa”.',
  'prescription.limit.vendor-intel':
    'Install nothing that is made for other cards (xFormers, SageAttention, flash-attn): PyTorch’s own attention is what runs on Intel cards. In nodes choose “sdpa”.',
  'prescription.limit.vendor-apple':
    'Install nothing that is made for other cards (xFormers, SageAttention, flash-attn, Triton): PyTorch’s own attention is what runs on a Mac. In nodes choose “sdpa”, and where a node insists on something else, take another node.',

  'prescription.nothing.healthy': 'There is nothing to do.',
  'prescription.nothing.harmless': 'Do nothing: everything works as it did before.',
  'prescription.nothing.harmless-line':
    'Do nothing: the line “{line}” may stay, and everything works as it did before.',
  'prescription.nothing.elsewhere':
    'Leave PyTorch, xFormers and Triton as they are; put right what the last error line names, and look for help with that line.',
  'prescription.nothing.elsewhere-line':
    'Leave PyTorch, xFormers and Triton as they are; put right what this line names, and look for help with it: “{line}”',
  'prescription.nothing.memory':
    'Leave PyTorch, xFormers and Triton as they are. Make the picture or the batch smaller, close other programs that use the graphics card, or take a smaller (quantised) model.',
  'prescription.nothing.memory-comfyui':
    'Leave PyTorch, xFormers and Triton as they are. Make the picture, the batch or the number of frames smaller, decode with “VAE Decode (Tiled)”, close other programs that use the graphics card, or take a smaller (fp8, GGUF) model.',
  'prescription.nothing.by-explanation':
    'Do what the explanation names, one thing at a time, and look again after each.',

  'prescription.update.comfyui':
    'Update ComfyUI: in the Manager “Update ComfyUI”, or the update of the program that brought it.',
  'prescription.update.node': 'In the Manager find the custom node {pack} and choose “Update”.',
  'prescription.update.nodes': 'In the Manager choose “Update All” for the custom nodes.',
  'prescription.update.package':
    'Put in the newest {name}: the old one calls parts of Triton that are gone; “--no-deps” keeps everything else as it is.',
  'prescription.update.any':
    'Update the program that printed the message, and the extension that the error names; where there is no newer one, tell its author the error.',
  'prescription.update.program': 'Update {program} the way its own page describes it.',
} as const;
