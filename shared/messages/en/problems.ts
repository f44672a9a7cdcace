/** One sentence for what happened, one (`.hint`) for what to do. */
export const problems = {
  'problem.invalid-request': 'This request could not be understood: {reason}.',
  'problem.invalid-request.hint': 'Reload the window; if it happens again, please report it.',
  'problem.not-found': 'There is nothing at {target}.',
  'problem.not-found.hint': 'Check the spelling, or let Attention Doctor search with “find”.',
  'problem.not-an-environment': '{target} is neither a ComfyUI folder nor a Python environment.',
  'problem.not-an-environment.hint':
    'Choose the folder that holds ComfyUI’s main.py, the environment folder (venv, .venv), or its python program.',
  'problem.python-unknown':
    'ComfyUI was found in {folder}, but none of its files says which Python it uses.',
  'problem.python-unknown.hint':
    'Choose the python program that you start it with (on the command line: “diagnose PYTHON”), or start ComfyUI and try again: while it runs, its Python can be seen.',
  'problem.interpreter-missing':
    'The Python of this environment is gone: {executable} does not lead to a program.',
  'problem.interpreter-missing.hint':
    'The Python it was made from was removed or moved. Install that Python again, or make the environment anew.',
  'problem.base-python-missing':
    'The Python that this environment was made from is gone: {home} is no longer there.',
  'problem.base-python-missing.hint':
    'Install the same Python again at that place, or make the environment anew.',
  'problem.python-absent': 'There is no Python program in this environment ({root}).',
  'problem.python-absent.hint':
    'It was removed, or its installation was never finished. Make the environment anew with the program that made it.',
  'problem.consent-needed': 'This Python was not started yet: {program}. {reasons}',
  'problem.consent-needed.hint':
    'Starting it lets it do whatever its maker wrote in it. If you know it, agree in the diagnosis, or name it on the command line (“diagnose TARGET”). What files alone tell is shown anyway.',
  'problem.environment-moved': 'This environment was made at {old} and moved here later.',
  'problem.environment-moved.hint':
    'Its Python works, but its scripts still name the old place. Run “python -m pip” instead of “pip”.',
  'problem.install-unfinished':
    'This ComfyUI is unfinished: {program} did not come to the end of installing or updating it ({file}).',
  'problem.install-unfinished.hint':
    'Open {program} and let it finish or repair the installation. What is missing until then can look like another fault.',
  'problem.interpreter-crashed':
    'Python stopped with an error before it could answer ({executable}, exit code {exitCode}).',
  'problem.interpreter-crashed.hint':
    'The last lines below say why. Starting it once by hand often shows the same error.',
  'problem.interpreter-unreadable':
    'Python ran, but what it answered could not be read ({executable}).',
  'problem.interpreter-unreadable.hint':
    'Something in this Python changes its output. The last lines are below.',
  'problem.timed-out': 'We could not check this: there was no answer within {seconds} seconds.',
  'problem.timed-out.hint':
    'Close other heavy programs and try again; a virus scanner or a network drive can also cause this.',
  'problem.python-silent':
    'This Python does not answer: it was started and said nothing for {seconds} seconds ({executable}).',
  'problem.python-silent.hint':
    'Something that it loads when it starts is stuck: a sitecustomize.py or .pth file, a network drive or a virus scanner. Start it once in a terminal: when it shows its prompt there, look again here.',
  'problem.download-stalled':
    'Nothing more came from the package index for {seconds} seconds ({index}).',
  'problem.download-stalled.hint':
    'Check the network or the proxy, or choose a mirror, and try again: what has arrived whole is kept.',
  'problem.download-broken': 'The download broke off again and again ({name}).',
  'problem.download-broken.hint':
    'The line or a proxy cuts it. Try again later, or choose a mirror that is nearer: what has arrived whole is not fetched again.',
  'problem.index-refuses': 'The package index answered with an error ({index}: {status}).',
  'problem.index-refuses.hint':
    'That says nothing about the package. 403 and 407 mean that a password or a proxy is wanted, 5xx that the server is down: try again later, or choose a mirror.',
  'problem.index-is-page': 'What answers at {index} is no package index but some other page.',
  'problem.index-is-page.hint':
    'It is often the login page of a proxy or a hotel network. Open any page in the browser first, or check the address that pip is set to.',
  'problem.install-endless': 'pip did not finish within {minutes} minutes, so it was ended.',
  'problem.install-endless.hint':
    'A virus scanner or a failing disk can slow it down so much. Let them finish, then try again.',
  'problem.kernel-failed': '{name} could not compute.',
  'problem.kernel-failed.hint': 'The last lines below are what it said itself.',
  'problem.kernel-crashed': 'Python crashed with {name}: {end}.',
  'problem.kernel-crashed.hint':
    'Only our own test crashed, in a process of its own. ComfyUI would crash the same way with it.',
  'problem.comfyui-ended': 'ComfyUI ended while it was tried: {end}.',
  'problem.comfyui-ended.hint': 'The last lines below are what it said itself.',
  'problem.pip-missing':
    'This Python has no pip, so nothing can be installed into it ({executable}).',
  'problem.pip-missing.hint': 'Run “python -m ensurepip” with this Python once, then try again.',
  'problem.pip-too-old':
    'The pip of this Python is too old to show a plan before it acts ({version}, needed: {needed}).',
  'problem.pip-too-old.hint':
    'Run “python -m pip install --upgrade pip” with this Python once, then try again.',
  'problem.pip-failed': 'pip could not finish ({reason}).',
  'problem.pip-failed.hint': 'The last lines of its output are below.',
  'problem.index-unreachable': 'The package index could not be reached ({index}).',
  'problem.index-unreachable.hint':
    'Check the network, the proxy or the mirror that pip is set to, then try again.',
  'problem.no-matching-wheel': 'There is no ready-made package of {name} for {what}.',
  'problem.no-matching-wheel.hint':
    'No download fits this combination of Python, PyTorch and CUDA. PyTorch’s own attention works without it.',
  'problem.would-break-packages': 'This change would break other packages: {packages}.',
  'problem.would-break-packages.hint':
    'Nothing was changed. The packages named above need the versions that are there now.',
  'problem.would-not-load':
    'The downloaded {name} would not load beside your PyTorch: {file} needs {missing}, which is not there.',
  'problem.would-not-load.hint':
    'Nothing was changed. The download does not fit this PyTorch; look again with the newest version of this program.',
  'problem.torch-missing':
    'PyTorch is not installed in this Python, so nothing can be fitted to it.',
  'problem.torch-missing.hint': 'Choose the Python that ComfyUI uses, or install PyTorch first.',
  'problem.build-tools-missing': '{name} cannot be compiled here as things are. {reasons}',
  'problem.build-tools-missing.hint':
    'Nothing was downloaded or changed. Put what is missing in place, then make the plan again.',
  'problem.build-failed': '{name} could not be compiled.',
  'problem.build-failed.hint':
    'Nothing was changed. The last lines of the compiler stand below; where they say “Killed”, the memory was not enough.',
  'problem.no-start-script': 'There is no start script into which {flag} could be written.',
  'problem.no-start-script.hint':
    'Write {flag} where your program keeps its launch options, and start ComfyUI again.',
  'problem.script-not-editable': '{path} starts ComfyUI in a way that is not edited by itself.',
  'problem.script-not-editable.hint':
    'Open {path} in a text editor and write {flags} yourself: behind main.py, or where the other flags stand.',
  'problem.busy': 'Another job is still running here.',
  'problem.busy.hint': 'Wait until it has ended, or cancel it.',
  'problem.environment-locked':
    'Another window of Attention Doctor is working on this environment (process {pid}).',
  'problem.environment-locked.hint': 'Wait until it has ended, then try again.',
  'problem.comfyui-running': 'ComfyUI is running from this folder (process {pid}).',
  'problem.comfyui-running.hint': 'Close it, then continue. We will not close it for you.',
  'problem.owner-running':
    '{program} is running (process {pid}). When it closes, it writes its own settings over what is changed in them now.',
  'problem.owner-running.hint': 'Close {program}, then continue. We will not close it for you.',
  'problem.python-in-use':
    'Another program is using this Python (process {pid}), and Windows does not let us replace files in use.',
  'problem.python-in-use.hint': 'Close that program, then continue. We will not close it for you.',
  'problem.processes-unknown':
    'This computer does not tell which programs are running, so we cannot see whether ComfyUI is one of them.',
  'problem.processes-unknown.hint':
    'Close ComfyUI and every other program that uses this Python. Then make the plan again and look at it before it runs.',
  'problem.externally-managed':
    'This Python is looked after by the system or by a package manager (Homebrew, conda, uv), which does not allow changes by pip.',
  'problem.externally-managed.hint':
    'Make a virtual environment for ComfyUI (python -m venv venv) and use that.',
  'problem.read-only': 'This environment cannot be written to ({path}).',
  'problem.read-only.hint':
    'Check the permissions of the folder, or start as the user who owns it.',
  'problem.disk-full': 'There is not enough free space on the disk of {path}.',
  'problem.disk-full.hint':
    'Free some space (needed: about {needed}), then try again. Nothing was changed.',
  'problem.mirror-unknown': 'There is no mirror that is called {id}.',
  'problem.mirror-unknown.hint': 'These are known: {known}.',
  'problem.plan-unknown': 'This plan is not known here.',
  'problem.plan-unknown.hint': 'Make the plan again and look at it before it runs.',
  'problem.plan-outdated':
    'The environment has changed since this plan was made, so the plan was not run.',
  'problem.plan-outdated.hint': 'Make the plan again; it will fit what is there now.',
  'problem.snapshot-unknown': 'There is no saved state to go back to for this environment.',
  'problem.snapshot-unknown.hint': 'A saved state is made before every repair.',
  'problem.snapshot-damaged':
    'A saved state is damaged, so nothing was put back: {count} files cannot be trusted, the first is {path}.',
  'problem.snapshot-damaged.hint':
    'The environment was left as it is, and no damaged file was written over a good one. Let go of this saved state (“Forget” in the undo history, or “rollback --forget”) and repair again.',
  'problem.changed-since':
    '{what} has been changed since that repair, and not by us. Putting the old files back would undo it, so nothing was changed.',
  'problem.changed-since.hint':
    'If it works for you now, let go of the saved state (“Forget” in the undo history, or “rollback --forget”). If it does not, forget it and repair again.',
  'problem.environment-replaced':
    'The Python in this folder is another one than the one that was repaired: it was made anew since. Its saved states do not fit any more.',
  'problem.environment-replaced.hint':
    'Nothing was changed, and nothing has to be put back. Let it be diagnosed as it is now.',
  'problem.outside-environment':
    'This change would reach {path}, which really lies outside of the environment.',
  'problem.outside-environment.hint':
    'A link leads there. Nothing was changed. Put the real folder in the place of the link, then try again.',
  'problem.belongs-to-others':
    'The new package would write over {path}, which belongs to the package {name}.',
  'problem.belongs-to-others.hint': 'Nothing was changed. Remove or update {name} first.',
  'problem.record-missing':
    'pip cannot replace {name}: the list of its files (RECORD) is missing, so nobody knows which files are its own.',
  'problem.record-missing.hint':
    'Nothing was changed. Install it once by hand with “pip install --ignore-installed --no-deps {name}”, then look again.',
  'problem.archive-unreadable': 'The package file {path} could not be read.',
  'problem.archive-unreadable.hint': 'Nothing was changed. Try again: it will be downloaded anew.',
  'problem.installed-elsewhere':
    'pip did not put the package where it belongs: {path} is not what it should be.',
  'problem.installed-elsewhere.hint':
    'Everything was put back. A setting of this Python or of pip sends packages to another place.',
  'problem.index-changed':
    'What the index offers for {name} is not what you were shown: its content is another one.',
  'problem.index-changed.hint': 'Nothing was changed. Make the plan again and look at it.',
  'problem.lock-elsewhere': 'The computer {host} is working on this environment.',
  'problem.lock-elsewhere.hint':
    'Wait until it has ended, then try again. If that computer is switched off, delete the file {path}.',
  'problem.verification-failed':
    'The new packages were installed, but they did not pass the check.',
  'problem.verification-failed.hint': 'Everything was put back as it was. Nothing is lost.',
  'problem.trial-failed': 'With the new packages in place, the check was not passed.',
  'problem.trial-failed.hint':
    'It was tried beside the environment: nothing was changed. The detail says what was missed.',
  'problem.interrupted-repair': 'An earlier repair of this environment was interrupted.',
  'problem.interrupted-repair.hint':
    'End it first: with “Put it in order now” in the window, or with “rollback”. What is half done is put back; a repair that had come to its end is kept. “fix --yes” does so by itself.',
  'problem.undo-failed':
    'Not everything could be put back: {count} files differ, the first is {path}.',
  'problem.undo-failed.hint':
    'The saved files are safe. Close every program that uses this Python, then undo again from the history.',
  'problem.undone-in-part':
    'The way back stopped half-way: {count} later repairs were undone, the repair {snapshot} was not. {reasons}',
  'problem.undone-in-part.hint':
    'What was undone stays undone, and the saved files are safe. Put right what is said above, then undo again from the history.',
  'problem.protection-unfinished':
    'The protection of {path} was only partly changed, and could not be put back at once.',
  'problem.protection-unfinished.hint':
    'What is ours is noted there. Close programs that use these files, then switch the protection on or off again: either ends it.',
  'problem.cancelled': 'You cancelled this.',
  'problem.cancelled.hint': 'Nothing was left half done.',
  'problem.command-missing': 'The program {program} could not be started because it is not there.',
  'problem.command-missing.hint': 'Install it, or choose another Python.',
  'problem.command-failed': 'The program {program} failed (exit code {exitCode}).',
  'problem.command-failed.hint': 'The last lines of its output are below.',
  'problem.permission-denied': 'Access was denied: {path}.',
  'problem.permission-denied.hint':
    'Close programs that use this folder, check its permissions, then try again.',
  'problem.output-unwritable': 'The file {path} could not be written.',
  'problem.output-unwritable.hint': 'Choose another place that you may write to.',
  'problem.log-unknown':
    'This log is no longer here: another one was begun, or its next part took too long.',
  'problem.log-unknown.hint': 'Paste it or choose the file again.',
  'problem.log-empty': 'There is nothing in this log.',
  'problem.log-empty.hint':
    'Copy the text from the window in which ComfyUI runs, from its start to the error.',
  'problem.not-a-file': '{path} is a folder, not a file.',
  'problem.not-a-file.hint': 'Name the file that holds the log.',
  'problem.input-unreadable': 'The file {path} could not be read.',
  'problem.input-unreadable.hint':
    'It may have been moved, locked or changed meanwhile. Copy it to another place and try again.',
  'problem.file-too-large':
    '{path} is larger than {limit} MiB. A file of this name never is, so it was not read.',
  'problem.file-too-large.hint':
    'Look at what it holds. Move it to another place if it does not belong there, and try again.',
  'problem.no-ordinary-file': '{path} is a pipe, a device or a folder where a file should be.',
  'problem.no-ordinary-file.hint':
    'Find out what put it there. Move it to another place and try again.',
  'problem.facts-unreadable': '{path} does not hold the facts as one JSON object.',
  'problem.facts-unreadable.hint':
    'It looks like this: {"os": "Windows", "torch": "2.6.0+cu124"}. Every part may be left out.',
  'problem.facts-wrong-type': 'In {path}, the value of “{field}” is not a text.',
  'problem.facts-wrong-type.hint': 'Put it in quotes, for example {"torch": "2.6.0+cu124"}.',
  'problem.not-offered-here': 'This is not offered in this window.',
  'problem.not-offered-here.hint': 'Use the folder list instead.',
  'problem.fatal-start': 'Attention Doctor could not start its engine.',
  'problem.fatal-start.hint': 'The detail below says why. Close this window and start it again.',
  'problem.connection-lost': 'The connection to Attention Doctor was lost.',
  'problem.connection-lost.hint': 'Start it again from where you started it; nothing is lost.',
  'problem.part-broken': 'Attention Doctor made a mistake of its own in one part: {part}.',
  'problem.part-broken.hint':
    'What that part would have found is missing; everything else was looked at. Please report it with the detail below.',
  'problem.unexpected': 'Attention Doctor made a mistake of its own.',
  'problem.unexpected.hint': 'Nothing was left half done. Please report it with the detail below.',
} as const;
