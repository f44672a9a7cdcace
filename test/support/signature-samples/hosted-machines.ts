import type { Samples } from './sample.ts';

export const hostedMachineSamples = {
  HOST_COLAB: {
    says: [
      '  File "/content/ComfyUI/main.py", line {n}, in <module>',
      'Mounted at /content/drive/MyDrive',
      'from google.colab import drive',
    ],
    not: [
      'https://raw.githubusercontent.com/{word}/content/{word}.json',
      'D:\\content\\{word}.png',
    ],
  },
  HOST_KAGGLE: {
    says: ['/kaggle/working/ComfyUI/main.py', 'KAGGLE_KERNEL_RUN_TYPE=Interactive'],
    not: ['Downloading from https://www.{word}.com/kaggle/{word}'],
  },
  HOST_RUNPOD: {
    says: ['RUNPOD_POD_ID={word}', '/runpod-volume/models', 'https://{word}-8188.proxy.runpod.net'],
    not: ['runpodded {word}'],
  },
  HOST_SAGEMAKER: {
    says: ['/home/ec2-user/SageMaker/ComfyUI/main.py', '/home/studio-lab-user/ComfyUI'],
    not: ['/home/{word}/ComfyUI'],
  },
  HOST_PAPERSPACE: {
    says: ['/notebooks/ComfyUI/main.py', 'PAPERSPACE_FQDN={word}'],
    not: ['/home/me/notebooks/{word}.ipynb'],
  },
  HOST_LIGHTNING: {
    says: ['/teamspace/studios/this_studio/ComfyUI/main.py'],
    not: ['/{word}/studios/this_studio'],
  },
  HOST_VAST: {
    says: ['VAST_CONTAINERLABEL=C.{n}', 'rented on vast.ai'],
    not: ['a vast amount of {word}'],
  },
  HOST_AUTODL: {
    says: ['/root/autodl-tmp/ComfyUI/main.py'],
    not: ['/root/auto-{word}/ComfyUI'],
  },
  HOST_SPACE: {
    says: ['  File "/home/user/app/app.py", line {n}, in <module>'],
    not: ['/home/user/apps/{word}'],
  },
  HOST_MODAL: {
    says: ['MODAL_TASK_ID=ta-{word}', 'https://{word}.modal.run'],
    not: ['modal dialog {word}'],
  },
} satisfies Samples;
