/** What Attention Doctor knows of versions, messages and programs, and how that is renewed. */
export const tables = {
  'tables.title': 'What it knows',
  'tables.of': 'Tables of {date}',
  'tables.from.shipped': 'They came with this app.',
  'tables.from.renewed': 'They were renewed; those that came with this app are of {date}.',
  'tables.counts':
    '{rows} rows in {tables} tables: {releases} releases, {messages} messages of programs, {programs} programs.',
  'tables.address': 'Newer ones are asked for at {address}, and only when you say so.',
  'tables.no-address': 'No address is set at which newer ones could be asked for.',
  'tables.renew': 'Ask for newer tables',
  'tables.renewing': 'Asking …',
  'tables.renewed': 'Renewed: the tables of {date} count from now on.',
  'tables.newest': 'These are the newest: nothing was changed.',
  'tables.note':
    'They say which versions fit together and what messages mean. The file is signed; one that is damaged, older or of somebody else is refused.',
  'tables.forgotten': 'The tables that came with this app count again.',
  'tables.address-set': 'From now on newer tables are asked for at {address}.',
  'tables.address-none': 'From now on newer tables are asked for nowhere.',
  'problem.tables-no-address': 'No address is set at which newer tables could be asked for.',
  'problem.tables-no-address.hint':
    'Name a file or an address: “attention-doctor knowledge --update --from FILE”, or keep one with “knowledge --address ADDRESS”.',
  'problem.tables-address': 'Tables cannot be asked for at {address}.',
  'problem.tables-address.hint':
    'The address has to begin with https:// (or http://127.0.0.1) and hold no password.',
  'problem.tables-unreachable': '{host} did not answer in time.',
  'problem.tables-unreachable.hint':
    'Check the network, or fetch the file in the browser and give it with --from FILE. Nothing was changed.',
  'problem.tables-refused': '{host} did not give the tables (status {status}).',
  'problem.tables-refused.hint': 'The address may have moved. Nothing was changed.',
  'problem.tables-elsewhere': '{host} sends us to another place for the tables: {to}.',
  'problem.tables-elsewhere.hint':
    'That is not followed. If you trust that place, name its address yourself. Nothing was changed.',
  'problem.tables-too-large': 'What came is larger than {mib} MiB, which tables never are.',
  'problem.tables-too-large.hint': 'It is another file, or a damaged one. Nothing was changed.',
  'problem.tables-damaged': 'This is no whole file of tables: it was cut, or is something else.',
  'problem.tables-damaged.hint': 'Fetch it again. Nothing was changed.',
  'problem.tables-unsigned':
    'The signature of these tables is not right: they are not from the makers of Attention Doctor, or were changed.',
  'problem.tables-unsigned.hint':
    'Do not use this file; fetch it again from the place that you know. Nothing was changed.',
  'problem.tables-older': 'These tables are older ({date}) than those that are here ({known}).',
  'problem.tables-older.hint':
    'Nothing was changed. “attention-doctor knowledge --shipped” goes back to the tables of the app.',
  'problem.tables-newer': 'These tables ({date}) are made for a newer version of Attention Doctor.',
  'problem.tables-newer.hint':
    'Install the newest version, which brings them. Nothing was changed.',
  'problem.tables-unfit': 'These tables are signed, but do not fit this version.',
  'problem.tables-unfit.hint': 'Please report it with the detail below. Nothing was changed.',
  'problem.tables-set-aside':
    'The renewed tables cannot be used any more and were put aside; those of the app count. {reasons}',
  'problem.tables-set-aside.hint': 'Ask for newer ones again when you like.',
} as const;
