import { owner } from '../../text/es/owner.js';
import { findings } from './es-findings.js';
import { help, helpOf } from './es-help.js';
import type { Words } from './words.js';

const number = new Intl.NumberFormat('es-PE');

export const es: Words = {
  lang: 'es',
  owner: {
    ...owner,
    error: {
      ...owner.error,
      offline: 'No hay conexión.',
      network: 'El servidor no responde, o su dirección no existe.',
      'bad-host': 'No se pidió: con --offline solo se leen los archivos de esta computadora.',
      'too-big': 'El archivo supera el límite de lo que se puede leer.',
    },
  },
  help,
  helpOf,
  unknownCommand: (name, nearest) =>
    `No existe el comando «${name}».${nearest === undefined ? '' : ` ¿Quiso decir «${nearest}»?`} Con --help se ven todos.`,
  unknownOption: (name, nearest) =>
    `No existe la opción ${name}.${nearest === undefined ? '' : ` ¿Quiso decir ${nearest}?`}`,
  tooMany: (argument) => `Sobra «${argument}».`,
  badOptions: (reason) => `Las opciones no se pueden leer: ${reason}`,
  noFile: (path) => `No existe el archivo ${path}.`,
  fileThere: (path) => `Ya existe ${path}: con --force se reemplaza.`,
  needs: (example) => `Falta algo: observatorio ${example}`,
  drafted: (path, questions) =>
    `Se escribió ${path}. Quedan ${number.format(questions)} preguntas marcadas TODO: que decide una persona; observatorio check las muestra.`,
  draft: {
    title: 'nombre del observatorio',
    publisher: 'quién publica',
    license: 'licencia de los datos, por ejemplo CC-BY-4.0',
    resource: 'qué tiene este archivo',
    steward: 'qué oficina responde por los datos',
    source: 'de qué registro o sistema salen los datos',
    indicator: 'título para el público',
    definition: 'qué se cuenta, y qué no',
    unit: 'unidad, por ejemplo denuncias',
    denominator: 'si es una tasa, por cuántos habitantes y de qué fuente',
  },
  snippet: {
    titles: {
      div: 'a) Un script para todo el sitio y un div donde va el indicador',
      element: 'b) Elemento propio',
      iframe: 'c) Marco (iframe)',
      plain: 'd) Texto y enlace, sin script: para boletines, correo y gestores que quitan lo demás',
    },
    frame: (address) =>
      `El marco c) muestra una página suya: escríbala con --form page y publíquela en ${address}.`,
    dataLink: (what) => `${what}: datos`,
    source: (name) => `Fuente: ${name}`,
    local:
      'El manifiesto es de esta computadora: antes de pegar, publíquelo y use --manifest-url con su dirección.',
  },
  finding: findings,
  ofIndicator: (name) => `indicador ${name}`,
  row: (row) => `fila ${number.format(row)}`,
  rows: (rows) => (rows === 1 ? '1 fila' : `${number.format(rows)} filas`),
  through: (period) => `hasta ${period}`,
  expected: (choices) => `Se esperaba: ${choices}.`,
  nearest: (name) => `¿Quiso decir «${name}»?`,
  andMore: (count) => `(y ${number.format(count)} más)`,
  tolerated: '(dentro de lo que el manifiesto admite)',
  goodManifest: 'El manifiesto está bien.',
  good: 'bien',
  dimension: {
    completeness: 'completitud',
    validity: 'validez',
    consistency: 'consistencia',
    uniqueness: 'unicidad',
    timeliness: 'oportunidad',
  },
  rulesTitle: 'Cómo se califica (dimensiones de ISO/IEC 25012; de varias reglas cuenta la peor):',
  rule: {
    completeness: 'columnas con datos, filas con periodo y periodos que están, de los que se esperaban.',
    validity: 'celdas que son lo que el esquema dice, de las que tienen algo.',
    consistency:
      'lugares y delitos que están en las listas, totales que son la suma de sus partes, medidas cuyo nivel no salta.',
    uniqueness: 'filas que están una sola vez, según su clave.',
    timeliness: 'periodos de retraso: cada uno se espera un periodo después de su fin, o el día anunciado.',
  },
  threshold: (dimension, threshold) => {
    if (threshold === undefined) return '';
    return dimension === 'timeliness'
      ? `se admiten ${number.format(threshold)}`
      : `mínimo ${number.format(threshold * 100)}%`;
  },
  // Never 100% with something left: cut, not rounded.
  share: (share) => `${number.format(Math.floor(share * 1000) / 10)}%`,
  lateBy: (periods) =>
    periods === 0
      ? 'al día'
      : periods === 1
        ? '1 periodo de retraso'
        : `${number.format(periods)} periodos de retraso`,
  snapshot: {
    checking: (resource) => `revisando ${resource}`,
    noOut: 'Falta --out CARPETA: dónde se escribe la instantánea.',
    noDuckDb: (resource) =>
      `${resource}: para leerlo sin llenar la memoria, instale DuckDB: npm install @duckdb/node-api.`,
    notGood: (resource) =>
      `${resource}: la revisión encontró fallas. Se conserva lo anterior. Véalas con «observatorio check».`,
    late: (resource) =>
      `${resource}: los datos llegan con retraso. Se escriben, porque son los más recientes que hay.`,
    failed: (resource, why) => `${resource}: no se pudo leer. Se conserva lo anterior. ${why}`,
    nothing: 'No se leyó ningún indicador: no se escribió nada.',
    done: (cubes, bytes, changed) =>
      `${number.format(cubes)} cubos, ${number.format(Math.ceil(bytes / 1000))} kB; archivos que cambiaron: ${number.format(changed)}.`,
  },
  verdict: (faults, exit) => {
    if (exit === 0) return 'Todo está bien.';
    const count = faults === 1 ? '1 falla' : `${number.format(faults)} fallas`;
    return exit === 3 ? `${count}; alguna fuente no se pudo leer.` : `${count}.`;
  },
};
