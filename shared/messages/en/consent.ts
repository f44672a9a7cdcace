/** Before a Python is started that we found by ourselves: why we ask, and what it means. */
export const consent = {
  'consent.reason.others-can-write':
    'Other people who use this computer, and their programs, can change {path}.',
  'consent.reason.other-owner': '{path} belongs to another user of this computer ({owner}).',
  'consent.reason.network-disk':
    'It lies on a disk that is shared by another computer or system ({disk}).',
  'consent.reason.removable-disk': 'It lies on a disk that can be taken off ({disk}).',
  'consent.reason.shared-place': 'It lies in a folder for the files of everybody ({folder}).',
  'consent.reason.unusual-place': 'It lies where a Python usually does not: {folder}.',

  'ui.consent.title': 'May we start this Python?',
  'ui.consent.why': 'We ask before we start it, because:',
  'ui.consent.means':
    'Starting it lets it do whatever its maker wrote in it, with your rights. Start it if you know where it comes from.',
  'ui.consent.until-then': 'Until then we only read its files.',
  'ui.consent.needed': 'For this its Python has to run.',
  'ui.consent.start': 'Start this Python',
  'ui.consent.files-only': 'Look at files only',
  'ui.consent.once': 'We ask once for each program.',
} as const;
