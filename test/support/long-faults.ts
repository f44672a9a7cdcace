/** The slow cases of what can go wrong: FAULTS=long runs them too. */
export const longFaults = process.env['FAULTS'] === 'long';
