import type { CkanCall } from './ckan-call.js';
import { publishedFiles } from './files.js';
import { html, type Reply } from './reply.js';

/** A plain page with everything that can be asked of this server. */
export function homePage({ datastore }: Pick<CkanCall, 'datastore'>): Reply {
  const datasets = datastore.publicDatasets.map((dataset) => {
    const resources = datastore
      .resourcesOf(dataset)
      .map(
        ({ name, id, file }) =>
          `<li>${escaped(name)}: <a href="/archivos/${file}">archivo</a> (recurso <code>${id}</code>)</li>`,
      );
    return `<h2>${escaped(dataset.title)}</h2>
<p>${escaped(dataset.notes)}</p>
<p>Fuente: ${escaped(dataset.author)}. ${escaped(dataset.license.title)}.
<a href="/ckan/api/3/action/package_show?id=${dataset.name}">CKAN</a> ·
<a href="/dkan/api/3/action/package_show?id=${dataset.name}">DKAN</a></p>
<ul>
${resources.join('\n')}
</ul>`;
  });
  const files = publishedFiles(datastore).map((file) => `<li><a href="/archivos/${file}">${file}</a></li>`);
  return html(`<!doctype html>
<html lang="es-PE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Observatorio de demostración</title>
</head>
<body>
<h1>Observatorio de demostración</h1>
<p>Un portal de datos para probar: cifras citadas con su fuente y datos sintéticos que no describen a ningún lugar.</p>
${datasets.join('\n')}
<h2>Archivos</h2>
<ul>
${files.join('\n')}
</ul>
<h2>Servicios</h2>
<ul>
<li><a href="/observatory.json"><code>/observatory.json</code></a>: el manifiesto, qué significan los datos</li>
<li><a href="/ckan/api/3/action/package_search"><code>/ckan/api/3/action/</code></a>: package_search, package_show, resource_show, datastore_search, datastore_search_sql</li>
<li><code>/dkan/api/3/action/package_show</code> y <code>/dkan/api/action/datastore/search.json</code></li>
</ul>
</body>
</html>
`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
