import type { Samples } from './sample.ts';

/** Paths and banners that say whose machine a log is from. */
export const programSamples = {
  FACT_SITE_PACKAGES: {
    says: [
      '  File "/home/me/ComfyUI/venv/lib/python3.12/site-packages/torch/__init__.py", line {n}, in <module>',
      '  File "D:\\My Programs\\AI\\venv\\Lib\\site-packages\\torch\\__init__.py", line {n}, in <module>',
      'Location: D:\\ComfyUI_windows_portable\\python_embeded\\Lib\\site-packages',
    ],
    not: ['the folder site-packages is missing', 'site-packages: {n}'],
  },
  PROGRAM_PORTABLE: {
    says: [
      'D:\\ComfyUI_windows_portable>.\\python_embeded\\python.exe -s ComfyUI\\main.py --windows-standalone-build',
      '{word}\\python_embeded\\Lib\\{word}',
    ],
    not: ['python embedded in {word}', 'windows standalone build'],
  },
  PROGRAM_EASY_INSTALL: {
    says: ['E:\\ComfyUI-Easy-Install\\python_embeded\\python.exe'],
    not: ['ComfyUI-Easy-Use'],
  },
  PROGRAM_STABILITY_MATRIX: {
    says: [
      'E:\\StabilityMatrix\\Data\\Packages\\ComfyUI\\venv\\Scripts\\python.exe',
      'D:\\SM\\Data\\Packages\\ComfyUI\\main.py',
      'Stability Matrix v{torch}',
    ],
    not: ['stability of the matrix {word}', 'conda\\packages\\comfyui'],
  },
  PROGRAM_PINOKIO: {
    says: [
      'C:\\pinokio\\api\\comfy.git\\app\\env\\Scripts\\python.exe',
      '/home/me/pinokio/bin/miniconda',
    ],
    not: ['pinokio is a puppet', 'C:\\{word}\\pinokio-models\\{word}'],
  },
  PROGRAM_DESKTOP_V1: {
    says: [
      'C:\\Users\\me\\Documents\\ComfyUI\\.venv\\Lib\\site-packages',
      'C:\\Users\\me\\AppData\\Local\\Programs\\@comfyorgcomfyui-electron\\resources\\ComfyUI\\main.py',
    ],
    not: ['D:\\AI\\ComfyUI\\.venv\\Scripts\\python.exe', 'resources/comfyui is a word'],
  },
  PROGRAM_DESKTOP_V2: {
    says: [
      'C:\\Users\\me\\ComfyUI-Installs\\ComfyUI\\ComfyUI\\main.py',
      'D:\\Comfy\\standalone-env\\python.exe',
    ],
    not: ['a standalone-environment'],
  },
  PROGRAM_COMFY_CLI: {
    says: ['C:\\Users\\me\\Documents\\comfy\\ComfyUI\\main.py', '/home/me/comfy/ComfyUI/main.py'],
    not: ['/home/me/{word}/ComfyUI/comfy/ops.py', 'D:\\comfy\\ComfyUI\\main.py'],
  },
  PROGRAM_AKI: {
    says: ['D:\\ComfyUI-aki-v1.6\\ComfyUI\\main.py', 'D:\\sd-webui-aki-v4\\launch.py'],
    not: ['comfyui-a {word}', 'webui-aki {word}'],
  },
  PROGRAM_KRITA: {
    says: [
      'C:\\Users\\me\\AppData\\Roaming\\krita\\ai_diffusion\\server\\ComfyUI\\main.py',
      'krita-ai-diffusion {word}',
    ],
    not: ['D:\\krita-ai\\{word}'],
  },
  PROGRAM_SWARMUI: {
    says: ['D:\\SwarmUI\\dlbackend\\comfy\\ComfyUI\\main.py', '[Init] SwarmUI v{torch}'],
    not: ['a dlbackend'],
  },
  PROGRAM_A1111: {
    says: [
      'D:\\stable-diffusion-webui\\launch.py',
      'Launching Web UI with arguments: --xformers',
      'webui-user.bat',
    ],
    not: ['D:\\stable-diffusion-webui-forge\\launch.py'],
  },
  PROGRAM_FORGE: {
    says: [
      'D:\\stable-diffusion-webui-forge\\launch.py',
      'Version: f2.0.1v1.10.1-previous-659-gc055f2d4',
      'Version: neo',
    ],
    not: ['Version: v1.10.1', 'to forge {word}'],
  },
  PROGRAM_SDNEXT: {
    says: ['Starting SD.Next', 'D:\\sdnext\\launch.py'],
    not: ['sd next {word}'],
  },
  PROGRAM_INVOKEAI: {
    says: [
      '[2025-03-01 10:00:00,123]::[InvokeAI]::INFO --> Using torch device',
      'File "C:\\invokeai\\.venv\\Lib\\x.py"',
      'invokeai.app.services.{word}',
    ],
    not: ['Applying attention optimization: InvokeAI... done.'],
  },
  PROGRAM_FOOOCUS: {
    says: ['D:\\Fooocus_win64_2-5-0\\Fooocus\\launch.py', 'Fooocus version: 2.5.5'],
    not: ['a Fooocus node'],
  },
  PROGRAM_KOHYA: {
    says: [
      'D:\\kohya_ss\\sd-scripts\\train_network.py',
      'File "/app/library/train_util.py", line {n}',
    ],
    not: ['a node of kohya: {word}'],
  },
  PROGRAM_MUSUBI: {
    says: ['D:\\musubi-tuner\\wan_train_network.py', 'musubi_tuner.{word}'],
    not: ['musubi {word}'],
  },
  PROGRAM_ONETRAINER: {
    says: ['D:\\OneTrainer\\modules\\trainer\\GenericTrainer.py', 'OneTrainer {word}'],
    not: ['one trainer {word}'],
  },
  PROGRAM_AI_TOOLKIT: {
    says: ['/home/me/ai-toolkit/run.py', 'D:\\AI\\extensions_built_in\\sd_trainer\\SDTrainer.py'],
    not: ['my ai-toolkit: {word}'],
  },
  PROGRAM_FRAMEPACK: {
    says: ['D:\\framepack_cu126_torch26\\webui\\demo_gradio.py', '/home/me/FramePack/{word}.py'],
    not: ['D:\\ComfyUI\\custom_nodes\\ComfyUI-FramePackWrapper'],
  },
  PROGRAM_WAN2GP: {
    says: ['D:\\Wan2GP\\wgp.py', 'python wgp.py --i2v'],
    not: ['D:\\{word}\\nowgp.py'],
  },
  PROGRAM_COLAB: {
    says: ['  File "/content/ComfyUI/main.py", line {n}', 'from google.colab import drive'],
    not: ['/home/me/content/{word}'],
  },
  PROGRAM_KAGGLE: {
    says: ['/kaggle/working/ComfyUI/main.py'],
    not: ['/home/kaggle/{word}'],
  },
  PROGRAM_RUNPOD: {
    says: ['/workspace/ComfyUI/main.py', 'root@runpod: {word}'],
    not: ['/workspace/{word}x/main.py'],
  },
  PROGRAM_DOCKER: {
    says: ['/comfy/mnt/ComfyUI/main.py', '/root/ComfyUI/main.py', 'docker compose up'],
    not: ['/home/root/ComfyUI/main.py', 'a docker'],
  },
  PROGRAM_COMFYUI: {
    says: [
      'ComfyUI version: 0.3.64',
      '### Loading: ComfyUI-Manager (V3.31)',
      'To see the GUI go to: http://127.0.0.1:8188',
      '/home/me/ComfyUI/main.py',
    ],
    not: ['my ComfyUI {word}'],
  },
  PROMPT_POWERSHELL: {
    says: ['PS D:\\AI\\ComfyUI> python main.py', 'PS C:\\Users\\me>'],
    not: ['D:\\AI\\ComfyUI>python main.py'],
  },
} satisfies Samples;
