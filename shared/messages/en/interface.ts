export const interfaceTexts = {} as const;
