import {
  converter,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  type Color,
} from 'culori';

/** A colour as some eyes see it. */
export type Vision = (colour: string) => Color;

const linear = converter('lrgb');

function parsed(colour: string): Color {
  const known = parse(colour);
  if (!known) throw new Error(`${colour} is no colour`);
  return known;
}

/** Machado, Oliveira and Fernandes 2009, severity 1, rows of red, green and blue; they are of linear light. */
const MACHADO = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

/** In linear light, as the model was made. */
function machado(matrix: readonly number[]): Vision {
  return (colour) => {
    const { r, g, b } = linear(parsed(colour));
    const channel = (row: number): number => {
      const [red = 0, green = 0, blue = 0] = matrix.slice(row * 3, row * 3 + 3);
      return Math.min(1, Math.max(0, red * r + green * g + blue * b));
    };
    return { mode: 'lrgb', r: channel(0), g: channel(1), b: channel(2) };
  };
}

/** Normal vision, and the three deficiencies at their worst as culori has them, which works on the screen's values. */
export const VISIONS: readonly (readonly [name: string, vision: Vision])[] = [
  ['normal vision', parsed],
  ['protanopia', (colour) => filterDeficiencyProt(1)(parsed(colour))],
  ['deuteranopia', (colour) => filterDeficiencyDeuter(1)(parsed(colour))],
  ['tritanopia', (colour) => filterDeficiencyTrit(1)(parsed(colour))],
];

/** The same deficiencies in linear light. */
export const LINEAR_VISIONS: readonly (readonly [name: string, vision: Vision])[] = Object.entries(
  MACHADO,
).map(([name, matrix]) => [name, machado(matrix)] as const);
