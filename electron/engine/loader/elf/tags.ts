/** The tags of a dynamic section that are read here (gABI 4.1 chapter 5; elf.h of glibc). */
export const tag = {
  needed: 1,
  hash: 4,
  strings: 5,
  symbols: 6,
  stringsBytes: 10,
  soname: 14,
  rpath: 15,
  runpath: 29,
  gnuHash: 0x6ffffef5,
  versionOfSymbol: 0x6ffffff0,
  versionsGiven: 0x6ffffffc,
  versionsGivenCount: 0x6ffffffd,
  versionsNeeded: 0x6ffffffe,
  versionsNeededCount: 0x6fffffff,
} as const;
