/** Threats, protection, and two environments side by side. */
export const protection = {
  'cli.about.protect':
    'Make later installations keep PyTorch and what belongs to it, or stop that. Shows the lines first.',
  'cli.about.diff': 'Show in what two environments differ. Looks at files only, changes nothing.',
  'cli.option.off': 'take the protection away again',
  'cli.usage.two-targets': '“{command}” needs two targets to compare.',

  'threats.title-nodes': '{count} custom nodes would replace {names} when they are next updated',
  'threats.title-node': 'One custom node would replace {names} when it is next updated',
  'threats.title-others': 'A later installation could replace {names}',
  'threats.lead':
    'Nothing is wrong with that now. It happens when pip installs or updates one of these. A protection holds it back.',
  'threats.lead-protected': 'The protection is on, so pip refuses these changes.',
  'threats.hold-back': 'To hold it back: {command}',
  'threats.one': '{source} asks for {requirement}: {name} {from} would become {to}.',
  'threats.one-newest':
    '{source} asks for {requirement}: {name} {from} would become the newest one.',

  'problem.not-as-proved':
    'What is here now is not what was proved to work ({changes}), so it is not protected as it is.',
  'problem.not-as-proved.hint':
    'Repair it, or check it (“verify”): what is proved then can be protected.',
  'problem.protection-unreadable':
    'The note of what was written where is damaged or gone, so the protection cannot be taken out by itself: {files}.',
  'problem.protection-unreadable.hint':
    'In pip.conf or pip.ini delete the line that names attention-doctor-constraints.txt, then delete that file. In uv.toml and in the lists of ComfyUI-Manager delete the lines below our comment.',
  'problem.protection-not-possible':
    'pip would not be held back here: its settings file {path} is a link or a folder, cannot be changed, or says things twice, so that pip itself stops at it.',
  'problem.protection-not-possible.hint':
    'Nothing was changed. Mend that file, put an ordinary one in its place, or remove it, then try again.',
  'problem.protection-contradicted':
    'Your own constraints ask for another version than the one that is here: {lines}. Together with ours pip could install nothing any more.',
  'problem.protection-contradicted.hint':
    'Nothing was changed. Change or delete these lines, or install what they ask for, then try again.',

  'protection.title': 'Keep it as it is',
  'protection.lead-off':
    'Custom nodes and updates may replace PyTorch or xFormers. With a protection, pip, uv and ComfyUI-Manager keep the versions that are here. It can be taken away at any time.',
  'protection.lead-on':
    'pip, uv and ComfyUI-Manager keep the versions that are here. A repair by this app may change them all the same, and keeps the new ones.',
  'protection.lead-outdated':
    'The protection is of another day: what is installed, or your own settings of pip, have changed since. Renew it, or take it away.',
  'protection.lead-broken':
    'The protection is not whole: it was interrupted, a file was changed, or the folder was moved. As long as it is so, pip may refuse to work. Renew it, or take it away.',
  'protection.lead-overruled':
    'The protection is whole, but pip does not see it: PIP_CONSTRAINT or PIP_CONFIG_FILE is set here and outranks it. Delete that variable, or add our file to what it names.',
  'protection.show': 'Protect this environment',
  'protection.renew': 'Renew the protection',
  'protection.off': 'Take the protection away',
  'protection.confirm': 'Write these lines',
  'protection.not-now': 'Not now',
  'protection.working': 'One moment…',
  'protection.files': 'These lines are put into these files',
  'protection.file-new': '{path} (new)',
  'protection.keeps': 'Kept: {names}',
  'protection.uncovered': 'Not held back by it',
  'protection.done-on': 'The protection is on.',
  'protection.done-off': 'The protection is gone, and every file is as it was before.',
  'protection.done-left':
    'The protection is gone. These files stay, because somebody else wrote in them: {paths}',
  'protection.nothing-on': 'The protection is on already. There is nothing to change.',
  'protection.nothing-off': 'There is no protection here. There is nothing to change.',
  'protection.consent': 'Nothing was changed. To write these lines: {command}',
  'protection.consent-off': 'Nothing was changed. To take these lines out: {command}',
  'protection.undo': 'To take it away again: {command}',
  'protection.files-off': 'These lines are taken out',

  'protection.uncovered.variable':
    'The variable {name} is set and outranks the settings file of this Python: pip does not read ours while it is set.',
  'protection.uncovered.uv':
    'uv has no settings for one Python: what is installed with uv is not held back here.',
  'protection.uncovered.uv-elsewhere':
    'uv reads its settings from the folder that it is started in: it is held back in and below {folders}, not elsewhere, and not in a node that brings settings of its own.',
  'protection.uncovered.uv-settings':
    'uv: its settings in {path} would be hidden by new ones, so none were written.',
  'protection.uncovered.manager-runs':
    'ComfyUI is running and may write {path} over. Close it and renew the protection to add the names there.',
  'protection.uncovered.file': '{path} cannot be changed without a risk to what is in it.',
  'protection.uncovered.conda':
    'conda and pixi do not read these settings: what they install by themselves is not held back.',

  'ui.running.protect': 'Looking at the settings of pip, uv and ComfyUI-Manager.',
  'ui.running.compare': 'Comparing, without changing anything.',

  'compare.title': 'Compare with another install',
  'compare.lead': 'Shows in what it differs from one that works. Only files are looked at.',
  'compare.other': 'The other one',
  'compare.run': 'Compare',
  'compare.this': 'This one',
  'compare.alike': 'Packages, flags and findings are the same.',
  'compare.packages': 'Packages that differ ({count})',
  'compare.flags': 'Flags that differ ({count})',
  'compare.findings': 'Findings that differ ({count})',
  'compare.package': 'Package',
  'compare.absent': 'not there',
  'compare.only-left': 'only here',
  'compare.only-right': 'only there',
} as const;
