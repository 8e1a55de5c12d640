export const help = `observatorio <comando> [opciones]

  check [manifiesto]     Revisa el manifiesto y sus datos
  init <archivo o URL>   Escribe un borrador de manifiesto
  snapshot [manifiesto]  Escribe una copia liviana de los datos para cualquier servidor
  snippet [manifiesto]   Escribe el código para pegar un indicador

Opciones de todos: --lang es|en, --help. Con --version, la versión.
El manifiesto es observatory.json si no se indica otro: una ruta o una dirección.
Termina con 0 si todo está bien, 1 si hay fallas, 2 si se llamó mal, 3 si una fuente no se pudo leer.
`;

export const helpOf: Readonly<Record<string, string>> = {
  check: `observatorio check [manifiesto] [opciones]

Revisa el manifiesto contra su esquema y los datos contra el manifiesto.

  --json             El informe para un programa
  --lines            Una línea por fuente: hasta cuándo hay datos, retraso, error
  --offline          Lee solo archivos de esta computadora
  --against CARPETA  Compara con una copia anterior
  --today FECHA      Revisa como si fuera ese día, 2026-08-12
  --lang es|en       Idioma
`,
  init: `observatorio init <archivo o URL> [opciones]

Escribe un borrador de manifiesto: lo que se puede adivinar de los datos, y TODO: donde decide una persona.

  --out ARCHIVO      Lo escribe ahí; sin ella, en la salida
  --force            También si el archivo ya existe
  --protocol NOMBRE  Cómo habla el portal, si no se reconoce
  --lang es|en       Idioma
`,
  snapshot: `observatorio snapshot [manifiesto] --out CARPETA [opciones]

Lee las fuentes, las revisa y escribe una carpeta de archivos con lo que los indicadores necesitan.
Lo que no se pudo leer, o no está bien, se conserva como estaba.

  --out CARPETA      Dónde se escribe
  --only NOMBRES     Solo estos indicadores, con los que cuentan las mismas filas; separados por comas
  --offline          Lee solo archivos de esta computadora
  --unchecked        No revisa antes
  --today FECHA      La fecha de la instantánea, 2026-08-12
  --keep N           Conserva solo las N versiones anteriores más recientes, y borra los archivos de las demás
  --large-over BYTES Desde qué tamaño un archivo se lee con DuckDB, si está instalado; 268435456 si no se indica
  --lang es|en       Idioma
`,
  snippet: `observatorio snippet [manifiesto] --indicator NOMBRE [opciones]

Escribe las cuatro formas de poner un indicador en una página, con el valor de hoy.

  --indicator NOMBRE  El indicador
  --place LUGAR       Su código o su nombre
  --widget CUADRO     card, trend, bars, map, table o download
  --manifest-url URL  La dirección pública del manifiesto
  --script URL        La dirección pública del archivo auto.js
  --frame-url URL     La dirección pública de la página que va en el marco
  --form FORMA        Solo una: div, element, iframe, plain; o page, la página que va en el marco
  --lang es|en        Idioma
`,
};
