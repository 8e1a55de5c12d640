import type { OwnerMessages } from '../messages.js';

export const owner: OwnerMessages = {
  intro: 'Detalles para quien administra esta página',
  error: {
    offline: 'El navegador no tiene conexión.',
    timeout: 'El servidor tardó más de lo permitido.',
    network:
      'El navegador no pudo leer la respuesta: o el servidor no responde, o no envía la cabecera Access-Control-Allow-Origin (CORS). El navegador no permite distinguirlo.',
    'blocked-by-page':
      'La política de seguridad (Content-Security-Policy) de esta página no permite la conexión: agregue el servidor a connect-src.',
    'bad-host':
      'La lista data-obs-hosts no tiene este servidor: si confía en él, agréguelo a cada lista que rodea el cuadro.',
    'mixed-content': 'Una página https no puede leer datos por http: use la dirección https.',
    http: 'El servidor respondió con un código de error.',
    'not-data': 'Llegó HTML u otro archivo en lugar de datos: revise la dirección o el formato.',
    'old-workbook': 'Es un libro de Excel antiguo (.xls): guárdelo como CSV o XLSX.',
    'locked-workbook': 'El libro de Excel tiene contraseña: guárdelo sin ella, o como CSV.',
    'not-public':
      'La hoja pide iniciar sesión: compártala con «Cualquier persona con el enlace» o publíquela en la web.',
    'server-error': 'El portal respondió con un mensaje de error en lugar de datos.',
    'too-big': 'La respuesta supera el límite: pida menos datos (where, limit) o aumente max-bytes.',
    malformed: 'La respuesta no se puede leer.',
    'empty-reply': 'La respuesta llegó vacía.',
    'missing-column': 'No existe esa columna.',
    'not-a-number': 'La columna no contiene números.',
    'not-a-period': 'La columna no contiene periodos.',
    'several-rows': 'Hay varias filas para un mismo periodo: indique cómo se suman o filtre con where.',
    'bad-attribute': 'El valor del atributo no es válido.',
    'bad-expression': 'La expresión no se puede leer.',
    'bad-address': 'La dirección no es válida o no es https.',
    'no-resource': 'El portal no tiene ese conjunto de datos o recurso.',
    'bad-manifest': 'El manifiesto del observatorio (observatory.json) tiene un error en ese lugar.',
    'no-shapes':
      'No hay lugares que dibujar: el mapa debe tener áreas (Polygon o MultiPolygon) con longitud y latitud en grados, WGS 84; o ser una lista de cuadrados.',
    internal: 'Error interno: avise a quienes mantienen observatorio-widgets.',
  },
  notice: {
    'column-renamed': 'Una columna sin nombre o repetida recibió otro nombre.',
    'rows-short': 'Hay filas con menos celdas que la cabecera: lo que falta queda sin dato.',
    'rows-long': 'Hay filas con más celdas que la cabecera: lo que sobra no se muestra.',
    'lines-left-out': 'Hay líneas que no son de la tabla, como un título o una fuente: no se muestran.',
    'empty-cells-left-out': 'La tabla tiene demasiadas celdas sin dato: esas no se cargaron.',
    'quote-unclosed': 'Hay comillas sin cerrar.',
    'header-joined': 'La cabecera ocupa dos líneas: se unieron.',
    'other-sheets': 'El libro tiene otras hojas, que no se leyeron: con sheet-name se elige cuál.',
    'codes-not-repaired':
      'Hay códigos UBIGEO a los que parece faltarles el cero inicial y no es seguro a cuáles: quedan como están.',
    'codes-converted': 'Códigos de lugares convertidos a la otra lista.',
    'codes-unmatched': 'Estos códigos no tienen equivalente en la otra lista: quedan sin código.',
    'total-rows':
      'Hay filas que son totales o porcentajes entre los datos: si no deben contarse, exclúyalas con where.',
    'totals-left-out':
      'Hay filas que repiten a otras, como los totales o los porcentajes: no se suman. Para verlas, nombre su columna en by o en where.',
    'levels-unconfirmed':
      'Por sus números, esta fila parece el total de otras de su columna, y los valores no lo confirman: se sumaron todas. Si repite a las otras, exclúyala con where.',
    'rows-without-time': 'Hay filas sin periodo: no se muestran ni se suman.',
    'date-order-assumed': 'Las fechas se pueden leer de dos maneras: se supuso este orden.',
    'units-mixed':
      'Solo algunas celdas llevan unidad, o llevan unidades distintas: la columna queda sin unidad.',
    'codes-padded': 'Se repuso el cero inicial de los códigos UBIGEO.',
    'decimal-assumed':
      'No es seguro qué signo separa los decimales: se supuso este. Use decimal-char="." o decimal-char=",".',
    'decimal-mixed': 'La columna mezcla coma y punto decimal.',
    'unreadable-number': 'Hay celdas que no son números: quedan sin dato.',
    'unreadable-period': 'Hay celdas que no son periodos: esas filas no se muestran.',
    'unknown-status': 'No se reconoce ese estado: el valor se muestra sin él.',
    'shapes-left-out': 'Esta columna tiene áreas o líneas de un mapa: no forman parte de la tabla.',
    'map-key-guessed':
      'No se indicó con qué propiedad del mapa se unen los datos (geometry-key): se tomó la que más parece un código.',
    'no-area': 'El mapa tiene puntos, líneas o lugares sin forma: no se dibujan.',
    'places-unmatched':
      'Estos lugares de los datos no están en el mapa, o más de uno se llama así: no se dibujan.',
    'read-as-windows-1252': 'El archivo no es UTF-8: se leyó como windows-1252.',
    'nul-removed': 'Se quitaron caracteres nulos.',
    'rows-repeated': 'El portal entregó más filas de las que dice tener: puede haber filas repetidas.',
    'encoding-unfit':
      'El archivo no está escrito en la codificación indicada: algunas letras no se pudieron leer.',
    partial: 'El portal no entregó todas las filas.',
    'source-undeclared': 'Ni la página ni los datos dicen de quién son: agregue source-name y source-href.',
    'odd-value': 'El atributo no admite ese valor: no se usa.',
    'unknown-language': 'No hay textos en ese idioma: se usa el español.',
    'unknown-attribute': 'Este elemento no tiene ese atributo.',
    'several-measures': 'No se indicó qué columna mostrar (value): se tomó la primera con números.',
    'no-interval':
      'Se pidió un intervalo de confianza (interval) para lo que no es un recuento de casos: se muestra sin él.',
    'per-population': 'Las tasas se calculan con la población que indica per, por su año.',
    'no-population':
      'En per falta la población de estos años, o de alguno de los lugares: sin ella no hay tasa.',
    'changed-since':
      'La fecha de as-of es anterior a la última copia, y desde entonces hay cifras que cambiaron.',
    'small-counts-hidden':
      'Hay recuentos pequeños que se ocultan (suppress-under), y otros que permitirían calcularlos. Los datos llegan igual al navegador: lo que deba ser secreto no debe estar en el archivo.',
    'portal-has-none':
      'Se le pidió al portal esta condición y no encontró ninguna fila: revise que la columna y el valor estén escritos como en sus datos.',
    'no-such-value': 'Ninguna fila tiene ese valor.',
    late: 'Los datos llegan con más retraso de lo esperado.',
    'server-warning': 'El portal envió un aviso junto a los datos.',
    'totals-among-parts':
      'Hay totales (regiones, grupos) junto a sus partes: filtre con where antes de sumar.',
    'averaged-by-portal':
      'El portal promedia al juntar periodos (collapse): para recuentos pida collapse_aggregation=sum en la dirección.',
    'denominator-repeated':
      'El denominador de per se repite en las filas que esta columna distingue: su suma lo cuenta varias veces y la tasa sale más baja. Elija con where una de ellas, o indique la población en per.',
    'column-by-alias': 'La fuente cambió el nombre de esta columna: se usa la que tiene ahora.',
    'column-gone': 'La fuente ya no tiene esta columna, o le cambió el nombre.',
    'column-empty': 'La columna llegó sin ningún valor.',
    'kind-changed': 'La columna ya no contiene lo que se esperaba.',
    'unit-changed': 'La fuente cambió la unidad de la columna.',
    'not-a-count': 'Hay cantidades negativas o con decimales donde se esperaban recuentos.',
    'out-of-range': 'Hay valores fuera del rango esperado.',
    'level-jump':
      'Desde este periodo los valores son unas 10 veces mayores o menores: puede haber cambiado la unidad.',
    'parts-differ': 'Hay totales que no son la suma de sus partes.',
    'period-repeated': 'Hay periodos repetidos.',
    'period-missing': 'Faltan periodos entre el primero y el último.',
    'period-unsorted': 'Hay filas fuera de orden en el tiempo.',
    'period-ahead': 'Hay valores de periodos que aún no empiezan.',
  },
  cause: {
    'no-address': 'Falta el atributo src, con la dirección de los datos.',
    'no-such-id': 'Ningún cuadro de la página tiene ese id.',
    cut: 'La respuesta empezó a llegar y se cortó antes del final: no es un problema de permisos (CORS). Si se repite, revise el servidor.',
    redirected:
      'La dirección llevó a este servidor, que la lista data-obs-hosts no tiene: no se leyó. Si confía en él, agréguelo a cada lista que rodea el cuadro.',
    excel: 'El archivo es de Excel, no CSV: guárdelo como «CSV UTF-8» o use la dirección de un archivo xlsx.',
  },
  noRows: (asked) =>
    asked === '' ? 'Los datos llegaron sin filas.' : `${asked}: Ninguna fila de los datos lo cumple.`,
  expected: (choices) => `Se esperaba: ${choices}.`,
  nearest: (name) => `¿Quiso decir «${name}»?`,
  position: (character) => `Posición ${character}.`,
  serverSaid: (message) => `El servidor dijo: «${message}»`,
};
