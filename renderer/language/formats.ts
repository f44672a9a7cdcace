import type { Language } from '../../shared/contract.ts';

/** "41 MB": decimal units, as download pages show them. */
export function formatBytes(language: Language, bytes: number): string {
  const [unit, size] = unitOf(bytes);
  const value = bytes / size;
  const digits = size > 1 && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    // "289 byte" is the short form of English.
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(value);
}

/** "12,345". */
export function formatCount(language: Language, count: number): string {
  return new Intl.NumberFormat(language).format(count);
}

function unitOf(bytes: number): ['byte' | 'kilobyte' | 'megabyte' | 'gigabyte', number] {
  if (bytes >= 1e9) return ['gigabyte', 1e9];
  if (bytes >= 1e6) return ['megabyte', 1e6];
  if (bytes >= 1e3) return ['kilobyte', 1e3];
  return ['byte', 1];
}

/** "28 November 2026": a day without a time, the same everywhere. */
export function formatDay(language: Language, day: string): string {
  const noon = new Date(`${day}T12:00:00Z`);
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(noon);
}

/** "22 Nov 2026, 17:27" in the user's own time zone. */
export function formatMoment(language: Language, iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    moment,
  );
}

export function formatPercent(language: Language, fraction: number): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(
    fraction,
  );
}
