/** One sentence for what happened, one (`.hint`) for what to do. */
export const problems = {
  'problem.invalid-request': 'This request could not be understood: {reason}.',
  'problem.invalid-request.hint': 'Reload the window; if it happens again, please report it.',
  'problem.unsupported-goal': 'This version cannot plan “{goal}” yet.',
  'problem.unsupported-goal.hint': 'It can plan: {goals}.',
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
  'problem.timed-out': 'We could not check this: Python did not answer within {seconds} seconds.',
  'problem.timed-out.hint':
    'Close other heavy programs and try again; a virus scanner or a network drive can also cause this.',
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
  'problem.torch-missing':
    'PyTorch is not installed in this Python, so nothing can be fitted to it.',
  'problem.torch-missing.hint': 'Choose the Python that ComfyUI uses, or install PyTorch first.',
  'problem.busy': 'Another job is still running here.',
  'problem.busy.hint': 'Wait until it has ended, or cancel it.',
  'problem.environment-locked':
    'Another window of Attention Doctor is working on this environment (process {pid}).',
  'problem.environment-locked.hint': 'Wait until it has ended, then try again.',
  'problem.comfyui-running': 'ComfyUI is running from this folder (process {pid}).',
  'problem.comfyui-running.hint': 'Close it, then continue. We will not close it for you.',
  'problem.python-in-use':
    'Another program is using this Python (process {pid}), and Windows does not let us replace files in use.',
  'problem.python-in-use.hint': 'Close that program, then continue. We will not close it for you.',
  'problem.externally-managed':
    'The operating system looks after this Python and does not allow changes by pip.',
  'problem.externally-managed.hint':
    'Make a virtual environment for ComfyUI (python -m venv venv) and use that.',
  'problem.read-only': 'This environment cannot be written to ({path}).',
  'problem.read-only.hint':
    'Check the permissions of the folder, or start as the user who owns it.',
  'problem.disk-full': 'There is not enough free space on the disk of {path}.',
  'problem.disk-full.hint':
    'Free some space (needed: about {needed}), then try again. Nothing was changed.',
  'problem.plan-unknown': 'This plan is not known here.',
  'problem.plan-unknown.hint': 'Make the plan again and look at it before it runs.',
  'problem.plan-outdated':
    'The environment has changed since this plan was made, so the plan was not run.',
  'problem.plan-outdated.hint': 'Make the plan again; it will fit what is there now.',
  'problem.snapshot-unknown': 'There is no saved state to go back to for this environment.',
  'problem.snapshot-unknown.hint': 'A saved state is made before every repair.',
  'problem.verification-failed':
    'The new packages were installed, but they did not pass the check.',
  'problem.verification-failed.hint': 'Everything was put back as it was. Nothing is lost.',
  'problem.interrupted-repair': 'An earlier repair of this environment was interrupted.',
  'problem.interrupted-repair.hint': 'Undo it first: “rollback” puts everything back.',
  'problem.undo-failed':
    'Not everything could be put back: {count} files differ, the first is {path}.',
  'problem.undo-failed.hint':
    'The saved files are safe. Close every program that uses this Python, then undo again from the history.',
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
  'problem.bundle-unknown': 'This diagnostic bundle is no longer there.',
  'problem.bundle-unknown.hint': 'Make it again.',
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
  'problem.unexpected': 'Attention Doctor made a mistake of its own.',
  'problem.unexpected.hint': 'Nothing was left half done. Please report it with the detail below.',
} as const;
