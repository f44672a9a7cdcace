import { version } from '../../package.json';

/** The version of this program, as package.json says. */
export const appVersion: string = version;
