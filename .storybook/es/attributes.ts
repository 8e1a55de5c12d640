/** What each attribute is, for the docs: `custom-elements.json` tells it in English. */
export const attributes: Readonly<Record<string, string>> = {
  // De este cuadro
  compare:
    'El periodo con el que se compara; `year`, con el mismo del año anterior; `none`, con ninguno. Sin él, con un año antes; un día, con el anterior.',
  shape: 'Líneas o columnas; las columnas empiezan en cero.',
  order: 'De mayor a menor, por nombre, o como lo trae la fuente.',
  top: 'Cuántos tienen barra propia; los demás se suman en «Otros» si se pueden sumar.',
  highlight: 'El lugar del lector, por nombre o código: se marca, y se ve aunque no esté entre los primeros.',
  reference: 'Con quién se compara, por nombre o código: una línea aparte, o una frase en la tarjeta.',
  'reference-where':
    "Qué filas son las de `reference`, en vez de las de `where`: `departamento = 'PERU'`; `*`, todas.",
  targets:
    'Lo que fija un plan: `base 2024: 12.0; 2027: 9.0; 2030: 6.0`. Entre uno y otro va en línea recta.',
  'target-source': 'El plan que fija las metas.',
  better: 'Hacia dónde es mejor: `lower`, hacia abajo; `higher`, hacia arriba.',
  annotations:
    'Qué pasó en el tiempo que se ve: `2020-03..2021-06: Aislamiento obligatorio; 2023-01: Cambia la ley`.',
  stack: 'La columna de las partes de cada barra.',
  'stack-as': 'Las partes como son, o en porcentaje del total.',
  multiples: 'La columna que hace un gráfico por cada valor, todos con una sola escala.',
  pyramid: 'La columna de dos valores, uno a cada lado: una pirámide de población.',
  'page-size': 'Filas por página, 100 como máximo.',
  formats: 'Qué archivos: `excel`, `csv`, `json`, `header` (la ficha). Sin él, todos.',
  for: 'El `id` de otro cuadro: se descargan sus datos, tal como los muestra.',

  name: 'El nombre con el que los cuadros siguen este filtro; con `in-url`, también el de la dirección de la página.',
  kind: 'Qué se elige: un lugar, un periodo, una clase o un indicador; un lugar sin él.',
  options: 'Lo que se puede elegir, si lo dice la página: `13: La Libertad; 20: Piura`.',
  level: 'Solo los lugares de ese nivel de la lista del observatorio: `departamento`.',
  label: 'Qué se elige, en palabras.',
  all: 'Cómo se llama no elegir: `Todo el país`.',
  initial: 'El valor que vale hasta que el lector elige; todos sin él.',
  'in-url': 'La elección queda en la dirección de la página: quien la recibe ve lo mismo.',
  required: 'Siempre hay uno elegido: no se ofrecen todos.',
  indicators:
    'Los nombres de los indicadores, separados por espacios, en el orden en que se quieren; todos sin él.',

  // De dónde salen los datos
  src: 'Dirección de los datos: un archivo, una consulta a una API o la página de un conjunto de datos. Puede ser relativa a la página.',
  protocol: 'Cómo responde la fuente. Si no se dice, se averigua.',
  indicator:
    'El nombre de un indicador del manifiesto del observatorio, que dice todo lo que aquí no se escribe.',
  observatory:
    'Dirección del manifiesto del observatorio; sin ella, la del data-observatory más cercano o la del script de la página.',
  'filter-by':
    'Los nombres de los filtros de la página que el cuadro sigue, separados por espacios: `dep periodo`.',
  hosts:
    'De qué servidores pueden venir los datos, además del de la página: «datos.gob.pe *.inei.gob.pe». También como data-obs-hosts en un elemento alrededor; la dirección tiene que estar en todas las listas.',
  resource: 'Qué recurso de un conjunto de datos, por su identificador o su nombre.',
  'decimal-char': 'El signo decimal del archivo, cuando no se puede saber por sus valores.',

  'group-char':
    'El signo que separa los miles, cuando no se puede saber: `.`, `,`, un espacio o un apóstrofo.',
  encoding: 'Cómo están codificadas las letras del archivo, si él no lo dice: `windows-1252`.',
  delimiter: 'Lo que separa las celdas del archivo: `;`, `,`, `|` o `\\t`.',
  'quote-char': 'El signo que encierra las celdas que contienen un separador; sin él, `"`.',
  'header-rows': 'Las filas del archivo que son su encabezado, desde 1: `4 5`; `none`, si no tiene.',
  'header-join':
    'Lo que une las partes de un nombre hecho de varias filas de encabezado; sin él, un espacio.',
  'comment-rows': 'Filas del archivo que no son datos, desde 1: `1 2 3` o `1..3`.',
  'comment-char': 'El signo con el que empiezan las líneas que no son datos: `#`.',
  'missing-values':
    'Cómo escribe el archivo que no hay valor, y por qué: `S/D, n.d.; - = notApplicable; x = suppressed`.',
  'sheet-name': 'Qué hoja de un libro, por su nombre o su número desde 1; sin él, la primera.',
  unpivot:
    'Columnas que se ponen una debajo de otra, y los nombres de las dos en que se convierten: `Enero..Diciembre as mes, casos`.',
  'code-system':
    'De qué lista son los códigos de los lugares: `inei`, `reniec`, `sunat`, `iso-3166-2`, `dane`. No se adivina.',
  'code-column': 'La columna de los códigos de los lugares; sin él, la que se llama como un código de lugar.',
  'code-to': 'La lista a la que se pasan los códigos: `inei`. Necesita `code-system` y `code-table`.',
  'code-table': 'Dirección de una tabla con los códigos de ambas listas, una columna cada una.',
  expected:
    'Lo que la fuente ha tenido hasta hoy, para avisar cuando cambia: `tasa: 0..60; total = hurto + robo`.',

  // Qué se pregunta
  value:
    'Lo que se muestra: una columna, o `sum`, `avg`, `min`, `max` o `count` de una. Si son varias, van separadas por comas.',
  time: 'La columna de los periodos; dos, si son año y mes; o `month(columna)` para juntar días por mes.',
  by: 'Las columnas que separan el valor: por modalidad, por sexo.',
  where: "Qué filas cuentan: `departamento = 'LA LIBERTAD' and anio >= 2018`.",
  per: "El denominador de una tasa: `100000 of sum(poblacion)`; o la población que los datos no traen, por año y con su fuente: `100000 of 'INEI' 2024: 34110973, 2025: 34402098`.",
  interval:
    'El intervalo de confianza de recuentos y tasas, en por ciento: `90`, `95` o `99`; `95 wilson`, si lo que se cuenta es parte del denominador.',
  reporting:
    'Cuántas unidades informaron, de cuántas: `sum(informaron) of sum(unidades)`. Con menos del 90%, el valor se marca como incompleto.',
  'suppress-under':
    'Los recuentos desde 1 hasta antes de este número se ocultan, y los que permitirían calcularlos; el cero se queda. Los datos llegan igual al navegador: lo secreto no debe publicarse.',
  sort: 'El orden de las filas: `cantidad desc, modalidad`.',
  limit: 'Cuántas filas como máximo.',
  period: 'El periodo que se muestra, `2024` o `2024-09`, o un rango: `2018..2024`.',
  status: 'La columna con el estado de cada valor: `p`, `e`, `r`, `b`, `u`, `c`, `:`, `z`.',
  breaks: 'Periodos desde los que los valores no se comparan con los anteriores: `2025-01`.',
  revisions:
    'Lo que la fuente había publicado antes: `2024: 6.1 until 2026-08-12; …`; o las columnas del valor anterior y del día en que cambió: `tasa_anterior, fecha`.',
  'provisional-from': 'El periodo desde el que los valores todavía pueden cambiar.',
  'complete-through':
    'Hasta cuándo están completos los datos; un periodo que termina después se marca y no se compara.',

  // Qué se dice de ellos
  heading: 'Qué es la cifra.',
  'heading-level': 'Nivel del título dentro de la página. Sin él, es texto corriente.',
  place:
    'Nombre del lugar del que son las cifras; con un indicador, su código o nombre en la lista del observatorio.',
  unit: 'Unidad del valor: `por 100 mil habitantes`.',
  'count-heading':
    'Qué son los casos de una tasa. Con él, el lector elige entre tasa y casos; primero, la tasa. Necesita `per`.',
  'count-unit': 'La unidad de esos casos: `víctimas`.',
  'reporting-units': 'Qué unidades informan: `comisarías`.',
  labels: 'Nombres para los lectores, de columnas o de valores: `cantidad: Denuncias; sexo=1: Hombre`.',
  decimals: 'Cuántos decimales se muestran. Sin él, los que escribe la fuente.',
  'source-name': 'De quién son los datos.',
  'source-href': 'La página de la propia fuente.',
  license: 'Con qué licencia se pueden usar.',
  updated: 'Cuándo los publicó la fuente.',
  'expected-lag': 'En cuántos meses suele publicarse un periodo; si los datos tardan más, el cuadro lo dice.',
  definition: 'Qué mide la cifra.',
  method: 'Cómo se calcula, o la dirección de la página que lo explica.',
  comparability: 'Con qué se puede comparar y con qué no.',
  snapshot: 'Dirección de un archivo con las mismas columnas, para cuando la fuente no responde.',
  'as-of': 'Con `indicator`: las cifras como estaban ese día en la instantánea, para siempre.',
  contact: 'A quién escribir si hay errores.',
  lang: 'Idioma del cuadro: `es` (del Perú) o `en`. Con `qu` y `ay` las palabras están en español.',
  theme: 'Claro u oscuro. Sin él, el `color-scheme` de la página.',

  // De un mapa
  geometry: 'Dirección de las formas de los lugares: GeoJSON o TopoJSON.',
  'geometry-key':
    'La propiedad de las formas con la que se unen los valores de `by`. Sin ella, la que más parece un código.',
  'geometry-object': 'Qué objeto de un TopoJSON que tiene varios.',
  'geometry-code-system':
    'De qué lista son los códigos de las formas. No hace falta si los nombres de los departamentos lo demuestran.',
  grid: 'Cuadrados en lugar de formas: `pe`, los departamentos del Perú, o la dirección de una lista de cuadrados.',
  as: 'En un mapa, áreas de color, para tasas, o círculos según el valor, para cantidades; en un filtro, lista o botones.',
  'measure-kind': 'Qué es una columna cuya unidad no lo dice: una tasa o una cantidad.',
  classes:
    'Cómo se agrupan los valores: tantos en cada grupo (`quantiles`), parecidos entre sí (`jenks`), o desde valores dados: `4, 8, 12`.',
  'class-count': 'Cuántos grupos, de 3 a 6.',
  filling: 'Con qué se distinguen los grupos: colores, o tramas de cuadrados que crecen.',
  insets: 'Partes que se dibujan otra vez, más grandes: `Lima y Callao: 1501, 0701`; `none`, ninguna.',

  // Cuánto se espera
  'max-bytes': 'La respuesta más grande que se acepta, en bytes ya descomprimidos.',
  timeout: 'Segundos que se espera una respuesta entera.',
  'first-byte-timeout': 'Segundos que se espera a que una respuesta empiece.',
  'stall-timeout': 'Segundos que se espera entre dos partes de una respuesta.',
};
