import type { ProgramId } from '../../electron/engine/knowledge/program-rows.ts';

/** The first lines of a log as each program prints them on its systems, with paths as they look there. */
export const programLogs: Readonly<
  Record<ProgramId, { windows?: readonly string[]; unix?: readonly string[] }>
> = {
  colab: {
    unix: [
      '/content/ComfyUI',
      'Total VRAM 15102 MB, total RAM 12979 MB',
      'ComfyUI version: 0.3.64',
    ],
  },
  kaggle: {
    unix: ['/kaggle/working/ComfyUI/main.py', 'ComfyUI version: 0.3.64'],
  },
  runpod: {
    unix: ['/workspace/ComfyUI/main.py --listen', 'ComfyUI version: 0.3.64'],
  },
  docker: {
    unix: ['  File "/comfy/mnt/ComfyUI/main.py", line 130, in <module>', 'ComfyUI version: 0.3.64'],
  },
  stability_matrix: {
    windows: [
      '** Python executable: E:\\StabilityMatrix\\Data\\Packages\\ComfyUI\\venv\\Scripts\\python.exe',
      'ComfyUI version: 0.3.64',
    ],
    unix: [
      '** Python executable: /home/mei/StabilityMatrix/Packages/ComfyUI/venv/bin/python',
      'ComfyUI version: 0.3.64',
    ],
  },
  pinokio: {
    windows: [
      '** Python executable: C:\\pinokio\\api\\comfy.git\\app\\env\\Scripts\\python.exe',
      'ComfyUI version: 0.3.64',
    ],
    unix: ['** Python executable: /home/mei/pinokio/api/comfy.git/app/env/bin/python'],
  },
  swarmui: {
    windows: [
      '[Debug] [ComfyUI-0/STDERR] D:\\SwarmUI\\dlbackend\\comfy\\python_embeded\\Lib\\site-packages\\torch\\x.py:1',
    ],
    unix: ['** Python executable: /home/mei/SwarmUI/dlbackend/ComfyUI/venv/bin/python'],
  },
  krita: {
    windows: [
      '  File "C:\\Users\\Mei Lin\\AppData\\Roaming\\krita\\ai_diffusion\\server\\venv\\Lib\\site-packages\\torch\\x.py", line 3, in f',
    ],
    unix: [
      '  File "/home/mei/.local/share/krita/ai_diffusion/server/venv/lib/python3.12/site-packages/torch/x.py", line 3, in f',
    ],
  },
  easy_install: {
    windows: ['** Python executable: E:\\ComfyUI-Easy-Install\\python_embeded\\python.exe'],
  },
  aki: {
    windows: ['** Python executable: D:\\ComfyUI-aki-v3\\python\\python.exe'],
  },
  desktop_v2: {
    windows: [
      '** Python executable: C:\\Users\\mei\\ComfyUI-Installs\\ComfyUI\\ComfyUI\\.venv\\Scripts\\python.exe',
    ],
    unix: ['** Python executable: /Users/mei/ComfyUI-Installs/ComfyUI/ComfyUI/.venv/bin/python'],
  },
  desktop_v1: {
    windows: [
      '** Python executable: C:\\Users\\Mei Lin\\Documents\\ComfyUI\\.venv\\Scripts\\python.exe',
    ],
    unix: ['** Python executable: /Users/mei/Documents/ComfyUI/.venv/bin/python'],
  },
  invokeai: {
    windows: [
      '[2025-08-01 10:00:00,123]::[InvokeAI]::INFO --> Using torch device: NVIDIA GeForce RTX 4090',
      'D:\\invokeai\\invokeai.yaml',
    ],
    unix: [
      '[2025-08-01 10:00:00,123]::[InvokeAI]::INFO --> Using torch device',
      '/home/mei/invokeai/x',
    ],
  },
  musubi: {
    windows: ['D:\\AI\\musubi-tuner\\src\\musubi_tuner\\wan_train_network.py'],
    unix: ['/home/mei/musubi-tuner/src/musubi_tuner/wan_train_network.py'],
  },
  kohya: {
    windows: ['D:\\AI\\kohya_ss\\sd-scripts\\library\\train_util.py'],
    unix: ['/home/mei/kohya_ss/sd-scripts/library/train_util.py'],
  },
  onetrainer: {
    windows: ['D:\\OneTrainer\\modules\\trainer\\GenericTrainer.py'],
    unix: ['/home/mei/OneTrainer/modules/trainer/GenericTrainer.py'],
  },
  ai_toolkit: {
    windows: ['D:\\ai-toolkit\\extensions_built_in\\sd_trainer\\SDTrainer.py'],
    unix: ['/home/mei/ai-toolkit/extensions_built_in/sd_trainer/SDTrainer.py'],
  },
  wan2gp: {
    windows: ['D:\\Wan2GP\\wgp.py'],
    unix: ['/home/mei/Wan2GP/wgp.py'],
  },
  framepack: {
    windows: [
      '  File "D:\\framepack_cu126_torch26\\system\\python\\lib\\site-packages\\torch\\x.py", line 2, in f',
    ],
    unix: ['/home/mei/FramePack/demo_gradio.py'],
  },
  fooocus: {
    windows: [
      'D:\\Fooocus_win64_2-5-0>.\\python_embeded\\python.exe -s Fooocus\\entry_with_update.py',
      'Fooocus version: 2.5.5',
    ],
    unix: ['/home/mei/Fooocus/launch.py', 'Fooocus version: 2.5.5'],
  },
  sdnext: {
    windows: ['Starting SD.Next', 'D:\\sdnext\\launch.py'],
    unix: ['Starting SD.Next', '/home/mei/sdnext/launch.py'],
  },
  forge: {
    windows: [
      'venv "D:\\stable-diffusion-webui-forge\\venv\\Scripts\\Python.exe"',
      'Version: f2.0.1v1.10.1',
    ],
    unix: ['/home/mei/stable-diffusion-webui-forge/launch.py', 'Version: f2.0.1v1.10.1'],
  },
  a1111: {
    windows: [
      'venv "D:\\AI stuff\\stable-diffusion-webui\\venv\\Scripts\\Python.exe"',
      'Version: v1.10.1',
    ],
    unix: ['/home/mei/stable-diffusion-webui/launch.py'],
  },
  portable: {
    windows: [
      'D:\\AI\\ComfyUI_windows_portable>.\\python_embeded\\python.exe -s ComfyUI\\main.py --windows-standalone-build',
      '** Python executable: D:\\AI\\ComfyUI_windows_portable\\python_embeded\\python.exe',
    ],
  },
  comfy_cli: {
    windows: ['C:\\Users\\mei\\Documents\\comfy\\ComfyUI\\main.py'],
    unix: ['/home/mei/comfy/ComfyUI/main.py'],
  },
  comfyui: {
    windows: [
      '** Python executable: D:\\My AI\\ComfyUI\\venv\\Scripts\\python.exe',
      'ComfyUI version: 0.3.64',
    ],
    unix: ['** Python executable: /home/mei/ComfyUI/venv/bin/python', 'ComfyUI version: 0.3.64'],
  },
};
