import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep teal. The same values stand in variables.css; a test compares the two. */
export const accent: MantineColorsTuple = [
  '#e4f3f1',
  '#d3eae7',
  '#a9d8d2',
  '#7cc5bd',
  '#52b3a9',
  '#2f9d93',
  '#17847b',
  '#0d6f69',
  '#0a5f5a',
  '#084a46',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent },
  defaultRadius: 'md',
  respectReducedMotion: true,
});
