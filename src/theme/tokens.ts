/** Name, light, dark. Text is at least 7:1 on the surface and 4.5:1 on a notice, lines and controls at least 3:1. */
export const TOKENS: readonly (readonly [name: string, light: string, dark: string])[] = [
  ['surface', '#ffffff', '#1b1b1b'],
  ['text', '#1a1d21', '#f1f1ef'],
  ['muted', '#4d545c', '#b4b9bf'],
  ['line', '#d9dce0', '#3d4247'],
  ['control', '#767d85', '#878e95'],
  ['accent', '#0b5a9d', '#7cb8ea'],
  ['notice', '#fff6dc', '#3a3113'],
];
