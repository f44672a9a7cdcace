/** What goes into a bundle, what is shown of it, and of one that was sent. */
export const bundle = {
  'problem.bundle-unknown': 'This diagnostic bundle is no longer there.',
  'problem.bundle-unknown.hint': 'Make it again.',
  'problem.output-exists': 'There is something else at {path} already, and it stays as it is.',
  'problem.output-exists.hint': 'Choose another name for the bundle.',
  'problem.bundle-missing': 'There is no file {path}.',
  'problem.bundle-missing.hint': 'Check the name and the folder of the bundle.',
  'problem.bundle-damaged':
    'The bundle {path} is damaged: it is not a whole zip file, or its report cannot be read.',
  'problem.bundle-damaged.hint': 'Ask for it to be sent again, and download it anew.',
  'problem.bundle-foreign': '{path} is a zip file, but no diagnostic bundle of Attention Doctor.',
  'problem.bundle-foreign.hint':
    'A bundle is made on the page “Report” and holds a file report.json. A log is given as text.',
  'problem.bundle-newer': 'The bundle {path} was made by a newer Attention Doctor than this one.',
  'problem.bundle-newer.hint':
    'Update Attention Doctor, or unpack the zip and read report.html or report.md in it.',
  'problem.not-a-text': 'This file is a picture, an archive or something else, but no text.',
  'problem.not-a-text.hint':
    'Copy the log as text out of the window where ComfyUI runs, and paste it. A diagnostic bundle opens when it is dropped on the window, or with “bundle --open FILE.zip”.',
  'ui.report.heading': 'A report that others can help you with.',
  'ui.report.lead':
    'It holds the diagnosis, the package list and the log. Names, folders of yours and secrets are replaced first.',
  'ui.report.none': 'There is nothing to report yet.',
  'ui.report.prepare': 'Prepare the report',
  'ui.report.prepare-again': 'Prepare it again',
  'ui.report.prepare-cost': 'You see it before anything is saved or sent. We send nothing.',
  'ui.report.preparing': 'Preparing the report…',
  'ui.report.ready': 'The report is ready.',
  'ui.report.ready-lead':
    'Paste the text into your question, or save the bundle and attach it. Private pieces replaced: {count}. Nothing is sent by us.',
  'ui.report.old': 'This report is from before the last change.',
  'ui.report.old-lead':
    'Something was repaired, put back or looked at since. Prepare it again, so that others see what is there now.',
  'ui.report.save': 'Save bundle',
  'ui.report.downloading': 'Your browser saves {name}, usually in the folder Downloads.',
  'ui.report.saved': 'Saved as {name}.',
  'ui.report.preview': 'The report',
  'ui.report.copy': 'Copy for GitHub',
  'ui.report.parts': 'What goes in',
  'ui.report.parts-lead':
    'Each file can be read here as it would be sent. What is marked stands in place of something private. Take out what you would rather keep.',
  'ui.report.part-in': 'Include {name}',
  'ui.report.part-always': 'always included',
  'ui.report.part-cut': 'This is the beginning; the whole file is in the bundle.',
  'ui.report.part-no-text': 'This file holds no text.',
  'ui.report.prepare-without': 'Prepare it with this choice',
  'ui.opened.word': 'For reading only',
  'ui.opened.lead':
    'A report from another computer, made on {at} with Attention Doctor {version}. Nothing here is about this computer.',
  'ui.opened.as-it-is': 'This version does not know all words of that report. What it says:',
  'ui.opened.close': 'Close it',
  'ui.opened.files': 'Files in {name}',
  'cli.option.without': 'a file of the bundle to leave out; may be repeated',
  'cli.option.open': 'show a bundle that somebody sent; nothing is changed',
  'cli.bundle.written': 'Written: {file} ({bytes})',
  'cli.usage.unknown-part': '“{word}” is no file of a bundle that can be left out.',
  'cli.usage.parts': 'These can be left out: {parts}',
  'cli.bundle.opened':
    'A report from another computer, made on {at} with Attention Doctor {version}. For reading only.',
  'cli.bundle.as-it-is': 'This version does not know all words of that report. It says:',
  'cli.bundle.files': '{file} holds {count} files:',
  'cli.bundle.redacted': 'Private texts replaced: {count}. Look at report.md before you send it.',
} as const;
