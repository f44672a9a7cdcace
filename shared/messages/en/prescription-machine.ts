/** Steps beside packages: the driver, tools, disks, networks. */
export const prescriptionMachine = {
  'prescription.driver.now':
    'See which driver is there: its version stands in the first line (“Driver Version”).',
  'prescription.driver.nvidia':
    'Download the newest driver for your card from NVIDIA and install it. Leave the Python packages as they are.',
  'prescription.driver.amd':
    'Download the newest driver for your card from AMD and install it. Leave the Python packages as they are.',
  'prescription.driver.intel':
    'Download the newest driver for your card from Intel and install it (on Linux the packages of the compute runtime, “Level Zero”). Leave the Python packages as they are.',
  'prescription.driver.restart': 'Restart the computer.',
  'prescription.driver.rented':
    'You cannot change the driver of a rented machine: stop it, and rent one whose offer names a newer driver.',
  'prescription.driver.notebook':
    'You cannot change the driver here: choose “Runtime”, “Disconnect and delete runtime”, and connect to another machine with a GPU.',
  'prescription.driver.container':
    'Nothing inside of the container helps: update the driver on the computer that runs it, restart that, and start the container again.',

  'prescription.device.smi': 'See whether the system sees the card: it has to be in this list.',
  'prescription.device.not-listed':
    'If it is not, restart the computer; if it is still not there, install the driver anew.',
  'prescription.device.hidden':
    'If it is, take away what may hide it: this variable, where it is set in the start script too, and “--cuda-device” with a number that no card has.',
  'prescription.device.notebook':
    'Choose a machine with a GPU in the notebook’s settings (“Change runtime type” or “Accelerator”), and run all cells again.',
  'prescription.device.rented':
    'Stop the rented machine and start it again; if its GPU is still not seen, rent another one: this one is broken.',
  'prescription.device.container':
    'Start the container with its GPU option (“--gpus all”, or the GPU entry of its compose file).',
  'prescription.device.amd':
    'Restart the computer; then see with “rocminfo” (Linux) or the Task Manager (Windows) whether the card is listed, and take away HIP_VISIBLE_DEVICES where it is set. On Linux your user has to be in the groups render and video.',
  'prescription.device.intel':
    'Restart the computer; then see with “clinfo -l” (Linux) or the Task Manager (Windows) whether the card is listed. If not, Intel’s driver with its compute runtime (“Level Zero”) is missing.',
  'prescription.device.apple':
    'A Mac has no CUDA device; take a node or setting that runs on “mps”.',
  'prescription.device.smart-app-control':
    'See in Windows Security, under “App & browser control”, whether Smart App Control is on. It knows no exceptions: either switch it off, or stay with PyTorch’s own attention, which needs none of the files that it blocks. On a company’s computer ask its administrator.',

  'prescription.vc.install': 'Install Microsoft’s current Visual C++ runtime (x64).',
  'prescription.vc.copies':
    'If the error stays: beside python.exe lie older copies of msvcp140.dll, vcruntime140.dll and vcruntime140_1.dll. Rename them, and copy those from C:\\Windows\\System32 there.',

  'prescription.tools.linux':
    'Install a C compiler and the headers of Python (on Fedora: “sudo dnf install gcc python3-devel”, on Arch they come with base-devel and python).',
  'prescription.tools.msvc':
    'Install “Desktop development with C++” of Microsoft’s Build Tools: it brings the compiler and the Windows SDK.',
  'prescription.tools.triton-windows':
    'Triton for Windows brings a small C compiler along since its version 3.2. If yours is older, put in the one of your PyTorch; the guide below names it.',
  'prescription.tools.headers-fetch':
    'Fetch the folders “include” and “libs” of your Python version: an embedded Python comes without them.',
  'prescription.tools.headers-unpack':
    'Unpack them into {folder}, so that {folder}\\include and {folder}\\libs are there.',
  'prescription.tools.headers-by-hand':
    'Copy the folders “include” and “libs” of exactly the same Python version beside the python.exe of your program; the guide below has them to download.',

  'prescription.ptxas.toolkit':
    'Install a CUDA toolkit that knows your card (13.0; for RTX 50 at least 12.8). The driver may stay.',
  'prescription.ptxas.set':
    'Tell Triton to use its ptxas: put this line into your start script, before the line that starts the program, with the path where the toolkit is.',

  'prescription.network.settings':
    'See which index or proxy is set for pip: an address that answers no more is often the whole fault.',
  'prescription.network.switch':
    'Open that address in the browser. If it does not answer, switch the VPN or proxy on or off, or take another mirror.',
  'prescription.network.again': 'Run the same installation again.',

  'prescription.held.see':
    'See which Python is still running. End what belongs to your program (in the Task Manager, if its window is gone).',
  'prescription.held.again': 'Run the same installation again.',
  'prescription.held.rights-windows':
    'If it is still refused: restart the computer. Is the program in a folder like C:\\Program Files or C:\\ProgramData, move it to a folder of your own; do not run it as administrator.',
  'prescription.held.rights-unix':
    'If it is still refused: the folder belongs to another user. Give it to yours with chown, or use an environment of your own; no sudo with pip.',

  'prescription.space.cache':
    'Empty pip’s cache, which is often several GB, and free at least 15 GB.',
  'prescription.space.temporary':
    'If the drive for temporary files is the full one, use another for this window: the folder has to be there.',

  'prescription.long-paths.switch':
    'If it must be the source code: move the program near the root of a drive, such as C:\\AI, or switch “Enable Win32 long paths” on in the group policies, and restart.',

  'prescription.venv.make':
    'Make an environment for the program; the system’s own Python is left alone.',
  'prescription.venv.fill': 'Install what the program asks for into it.',
  'prescription.venv.start': 'From now on start the program with this Python.',

  'prescription.cache.triton':
    'Delete the kernels that Triton compiled earlier; it makes them anew.',
  'prescription.cache.inductor':
    'Delete those of torch.compile as well. (An error that it is not there may be ignored.)',

  'prescription.repair.leftovers':
    'In the folder site-packages of this Python delete the folders whose names begin with “~”: an interrupted pip left them.',
  'prescription.repair.leftovers-named':
    'In the folder {folder} delete what begins with “{name}”: an interrupted pip left it.',
  'prescription.repair.again':
    'Put {name} in again in the same version, over what is damaged; “--no-deps” keeps everything else as it is.',
  'prescription.repair.check':
    'See which package is damaged or misses another one; put that one in again with “--force-reinstall --no-deps”.',

  'prescription.numpy.older': 'Put in the last NumPy 1, with which the old package was compiled.',
  'prescription.numpy.newer-package':
    'Instead of an older NumPy, update the package that complains: its newer releases run with NumPy 2.',

  'prescription.supported.tags':
    'See for which Pythons and systems files fit here: the list “Compatible tags”.',
  'prescription.supported.wheel-for':
    'The file is for {tag}, your Python is {own}: take the file of the same release with {own} in its name.',
  'prescription.supported.choose':
    'Take a release of the package whose file names have one of these tags; if there is none, use a Python for which there is one (3.10 to 3.12 fit most) in an environment of its own. If an index address is given, check that it exists for your PyTorch.',
} as const;
