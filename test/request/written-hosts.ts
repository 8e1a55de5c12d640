/** The origin of the page that has the lists. */
export const PAGE = 'https://observatorio.example';

/** [list, addresses that it allows, addresses that it does not] */
export const LISTS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'datos.gob.pe',
    [
      'https://datos.gob.pe/d.csv',
      'https://DATOS.gob.PE:443/d.csv?a=1',
      'http://datos.gob.pe/d.csv',
      'https://datos.gob.pe\\@evil.example/',
    ],
    [
      'https://datos.gob.pe.evil.example/d.csv',
      'https://datos.gob.pe@evil.example/d.csv',
      'https://evil.example/datos.gob.pe',
      'https://evil.example#datos.gob.pe',
      'https://evil.example?https://datos.gob.pe/',
      'https://midatos.gob.pe/',
      'https://www.datos.gob.pe/',
      'https://gob.pe/',
      'https://datos.gob.pe./d.csv',
      'https://datos.gob.pe:8443/d.csv',
      'http://datos.gob.pe:443/d.csv',
      'https://datos.gob.pe%2eevil.example/',
      'https://dаtos.gob.pe/',
    ],
  ],
  [
    '*.gob.pe',
    ['https://datos.gob.pe/', 'https://a.b.gob.pe/', 'https://.gob.pe/'],
    [
      'https://gob.pe/',
      'https://evilgob.pe/',
      'https://datos.gob.pe.evil.example/',
      'https://datos.gob.pe:8080/',
    ],
  ],
  ['*.gob.pe:8443', ['https://datos.gob.pe:8443/'], ['https://datos.gob.pe/', 'https://datos.gob.pe:8080/']],
  ['datos.gob.pe:443', ['https://datos.gob.pe/'], ['http://datos.gob.pe/']],
  [
    'localhost:8080',
    ['http://localhost:8080/'],
    ['http://localhost/', 'http://127.0.0.1:8080/', 'http://a.localhost:8080/'],
  ],
  [
    '10.1.2.3',
    ['https://10.1.2.3/', 'https://0x0a.1.2.3/'],
    ['https://10.1.2.3:8080/', 'https://10.1.2.30/', 'https://a.10.1.2.3.example/'],
  ],
  [
    '[::1]:8080',
    ['http://[::1]:8080/', 'http://[0:0:0:0:0:0:0:1]:8080/'],
    ['http://[::1]/', 'http://[::2]:8080/'],
  ],
  [
    'estadística.example',
    ['https://xn--estadstica-o8a.example/', 'https://ESTADÍSTICA.example/'],
    ['https://estadistica.example/'],
  ],
  ['XN--Estadstica-o8a.example', ['https://estadística.example/'], ['https://estadistica.example/']],
  [
    ' a.example,\n b.example\t,c.example, ',
    ['https://a.example/', 'https://b.example/', 'https://c.example/'],
    ['https://d.example/'],
  ],
  [
    '',
    [`${PAGE}/d.csv`],
    [
      'https://datos.gob.pe/',
      `${PAGE}:8443/`,
      'http://observatorio.example/',
      'https://x.observatorio.example/',
    ],
  ],
];

/** Words that are no hosts. */
export const WRONG = [
  ...[
    '*',
    '*.',
    '*.*',
    '*.pe',
    '*.localhost',
    '*:8080',
    'datos.*',
    'a.*.pe',
    '**.gob.pe',
    '.gob.pe',
    'datos..pe',
  ],
  ...[
    'https://datos.gob.pe',
    'https://datos.gob.pe/',
    '//datos.gob.pe',
    'datos.gob.pe/',
    'datos.gob.pe/d.csv',
  ],
  ...[
    'a@datos.gob.pe',
    'datos.gob.pe?a',
    'datos.gob.pe#a',
    'datos.gob.pe\\',
    'datos.gob.pe.',
    '*.gob.pe.',
    ':8080',
  ],
  ...[
    'datos.gob.pe:',
    'datos.gob.pe:0',
    'datos.gob.pe:080',
    'datos.gob.pe:65536',
    'datos.gob.pe:https',
    '%64atos.gob.pe',
  ],
  ...[
    '*.10.1.2.3',
    '*.[::1]',
    '0x7f.0.0.1',
    '2130706433',
    '127.1',
    '[::1',
    '::1',
    '[0:0:0:0:0:0:0:1]',
    "'self'",
    ';',
  ],
];
