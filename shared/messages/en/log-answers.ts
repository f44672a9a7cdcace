/** What a log is answered with, besides the findings themselves. */
export const logAnswers = {
  'log.nothing-known': 'We found nothing in this text that we know.',
  'log.nothing-known.reason':
    'It shows no known error and no sign of which attention is in use. Paste more of it: from the start of ComfyUI to the error.',
  'log.reported': 'You say: {text}',
  'log.backend-said': 'The log says so.',
  'log.healthy.xformers': 'Everything works: xFormers is in use.',
  'log.healthy.pytorch': 'Everything works: PyTorch’s own attention is in use.',
  'log.healthy.flash': 'Everything works: Flash Attention is in use.',
  'log.healthy.sage': 'Everything works: SageAttention is in use.',
  'log.healthy.comfy_kitchen': 'Everything works: ComfyUI’s own fast attention is in use.',
  'log.healthy.split': 'It works, with split attention: a slower kind that saves memory.',
  'log.healthy.sub_quad':
    'It works, with sub-quadratic attention: a slower kind for cards without a faster one.',
  'log.operators-available':
    'xFormers lists its operators here. The ones that are “unavailable” are for other cards or systems and are not missed. Whether one really runs on your card is shown by a test, not by this list.',
  'log.no-fault': 'No fault in these lines.',
  'log.no-fault.explanation':
    'The program started and nothing in this text went wrong. Which attention it uses is not in these lines; ComfyUI prints it a little later: “Using … attention”.',
  'log.no-fault.explanation-list':
    'This is a list of what is installed, and nothing in it speaks of a fault. Whether attention works is not in such a list; a look at the install shows it.',
  'log.hint.earlier-start':
    'There are several starts in this text. An earlier one had trouble; the last one, which counts, has none of it.',
  'log.hint.old-xformers':
    'The deprecation warnings in it come from an xFormers that is older than your PyTorch. They are harmless and cause nothing; the xFormers that fits does not print them.',
  'log.hint.old-caller':
    'The deprecation warnings in it come from a package that is older than your PyTorch, often an old xFormers or a custom node. They are harmless and cause nothing.',
  'log.hint.cu126-ended':
    'PyTorch’s own message names a command that cannot work: builds for CUDA 12.6 ended with PyTorch 2.14. For this card install PyTorch 2.14 or older from cu126.',
  'log.question.more':
    'More of the log would help: from the start of the program to the error, with the lines above the error.',
  'log.question.gpu':
    'Which graphics card is it? The same message means different things on an old card and on a new one.',
  'log.question.torch':
    'Which PyTorch is installed? ComfyUI prints it at start: “pytorch version: …”.',
  'log.question.python':
    'Is there a second Python on this computer? The package may have been installed into that one.',
} as const;
