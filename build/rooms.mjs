/**
 * The rooms of the engine and who may import whom, as ARCHITECTURE.md shows them. A room is a folder
 * right below electron/engine with all that is in it; what stands loose there is the door.
 */

export const door = 'the door';

/**
 * From the ground up: a room imports only what stands before it, and of that only what is named.
 * @type {Readonly<Record<string, { imports: readonly string[], because: string }>>}
 */
export const rooms = {
  machine: { imports: [], because: 'the port knows nothing of what it is used for' },
  knowledge: { imports: [], because: 'tables and what reads them ask nobody' },
  mistakes: {
    imports: ['machine'],
    because: 'a mistake of our own is told from what the machine answers, wherever it happens',
  },
  redaction: { imports: [], because: 'what is private is told by its shape and name alone' },
  state: {
    imports: ['machine', 'redaction'],
    because: 'what is remembered is kept and read, never judged',
  },
  renewal: {
    imports: ['machine', 'knowledge', 'state'],
    because:
      'whether newer tables may count follows from their file alone, never from what they say',
  },
  operations: {
    imports: ['mistakes', 'machine'],
    because: 'events are numbered and logged, whatever the operation is about',
  },
  pythons: {
    imports: ['machine', 'knowledge'],
    because: 'what Python is here is told by its own files, whoever found it',
  },
  packages: {
    imports: ['machine', 'knowledge', 'pythons'],
    because: 'what is installed is read as it stands, for whoever asks',
  },
  launch: {
    imports: ['machine', 'knowledge'],
    because: 'how an install is started is told by scripts and processes, whoever found it',
  },
  consent: {
    imports: ['machine', 'knowledge', 'pythons'],
    because: 'it is asked before anything is known of an environment',
  },
  loader: {
    imports: ['machine', 'knowledge'],
    because: 'what a loader would do follows from files alone; what that means is for diagnosis',
  },
  inspection: {
    imports: ['machine', 'knowledge', 'pythons', 'packages', 'launch', 'loader'],
    because: 'files are read as they stand; what they mean is for diagnosis',
  },
  discovery: {
    imports: ['mistakes', 'machine', 'pythons', 'packages', 'launch'],
    because: 'it says what is there and at most glances at the packages',
  },
  probes: {
    imports: ['machine', 'pythons'],
    because: 'a live Python is asked; what its answer means is for diagnosis',
  },
  logs: {
    imports: ['machine', 'knowledge'],
    because: 'bytes become messages here; log-analysis judges them',
  },
  diagnosis: {
    imports: ['mistakes', 'knowledge'],
    because: 'rules are pure: clues in, findings out, and nothing that could look at the machine',
  },
  prescription: {
    imports: ['knowledge', 'diagnosis'],
    because: 'steps are written from findings and clues; nothing is run and nothing looked at',
  },
  'log-analysis': {
    imports: ['mistakes', 'knowledge', 'logs', 'diagnosis', 'prescription'],
    because: 'a log is judged from its messages alone, by the rules of diagnosis',
  },
  examination: {
    imports: [
      'mistakes',
      'machine',
      'knowledge',
      'pythons',
      'launch',
      'inspection',
      'probes',
      'logs',
      'diagnosis',
      'prescription',
    ],
    because: 'it looks at one environment and lets diagnosis judge; it changes nothing',
  },
  threats: {
    imports: ['machine', 'knowledge', 'packages'],
    because: 'what others ask for is read from files and compared with facts; nothing is changed',
  },
  preconditions: {
    imports: ['machine', 'knowledge', 'pythons', 'launch', 'inspection'],
    because: 'whether anything may be changed is asked before it is known what',
  },
  protection: {
    imports: ['machine', 'knowledge', 'packages', 'launch', 'inspection', 'preconditions'],
    because: 'it writes and takes back lines of its own; what threatens is told to it',
  },
  pip: {
    imports: ['machine', 'knowledge', 'pythons', 'packages'],
    because: 'pip is run as it is told, for planning and repair alike',
  },
  planning: {
    imports: [
      'machine',
      'knowledge',
      'pythons',
      'packages',
      'launch',
      'diagnosis',
      'preconditions',
      'pip',
    ],
    because: 'a plan is made before anything is changed, so it knows nothing of repair',
  },
  verification: {
    imports: ['knowledge'],
    because: 'the ladder is climbed on facts alone, whoever gathered them',
  },
  proving: {
    imports: [
      'machine',
      'knowledge',
      'operations',
      'pythons',
      'launch',
      'probes',
      'logs',
      'log-analysis',
      'verification',
    ],
    because: 'it starts what the ladder asks for, and lets verification judge what came of it',
  },
  repair: {
    imports: [
      'mistakes',
      'machine',
      'knowledge',
      'state',
      'operations',
      'pythons',
      'packages',
      'launch',
      'inspection',
      'examination',
      'preconditions',
      'pip',
      'verification',
      'proving',
    ],
    because: 'what was reviewed is what runs: a repair takes a plan and makes none',
  },
  history: {
    imports: [
      'machine',
      'knowledge',
      'redaction',
      'state',
      'pythons',
      'packages',
      'launch',
      'inspection',
      'discovery',
      'repair',
    ],
    because: 'it notes what others saw, did and proved, and reads traces; it judges no fault',
  },
  trial: {
    imports: [
      'machine',
      'knowledge',
      'state',
      'operations',
      'pythons',
      'packages',
      'launch',
      'inspection',
      'examination',
      'pip',
      'verification',
      'repair',
    ],
    because: 'it downloads and judges as a repair does, and changes nothing of the environment',
  },
  bundle: {
    imports: ['machine', 'redaction'],
    because: 'a report shows what it is given, and finds out nothing by itself',
  },
  jobs: {
    imports: [
      'mistakes',
      'machine',
      'redaction',
      'state',
      'renewal',
      'operations',
      'pythons',
      'launch',
      'consent',
      'inspection',
      'discovery',
      'logs',
      'log-analysis',
      'examination',
      'planning',
      'verification',
      'proving',
      'repair',
      'history',
      'trial',
      'threats',
      'protection',
      'bundle',
    ],
    because: 'a job puts rooms together; what they do stands in them',
  },
  [door]: {
    imports: [
      'mistakes',
      'machine',
      'redaction',
      'state',
      'renewal',
      'operations',
      'consent',
      'logs',
      'jobs',
    ],
    because: 'the door makes the engine out of its parts and hands requests to jobs',
  },
};
