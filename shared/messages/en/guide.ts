/** The frame of the troubleshooting guide, which is made from the tables (npm run docs). */
export const guide = {
  'guide.title': 'ComfyUI without fast attention: causes and remedies',
  'guide.lead':
    'Every cause that Attention Doctor knows: what it is, how to tell it, and what to do. This page is made from the tables that the app itself decides with.',
  'guide.search': 'Search for a message or a word',
  'guide.found': '{count} of {all} causes',
  'guide.other-language': '简体中文',
  'guide.tell': 'How to tell',
  'guide.tell.files':
    'No message names it: Attention Doctor sees it in the versions, files and settings of the environment.',
  'guide.do': 'What to do',
  'guide.plan':
    'Attention Doctor can do it: “attention-doctor plan TARGET --goal {goal}” shows the exact plan first.',
  'guide.explains': 'It explains as well',
  'guide.sources': 'Sources',
  'guide.pages': 'Pages that help',
  'guide.stage.machine': 'The machine',
  'guide.stage.torch': 'PyTorch',
  'guide.stage.installation': 'The installation',
  'guide.stage.acceleration': 'Acceleration packages',
  'guide.stage.absence': 'Packages that are missing',
  'guide.stage.elsewhere': 'Not about attention',
  'guide.stage.harmless': 'Harmless',
} as const;
