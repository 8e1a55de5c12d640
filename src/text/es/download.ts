import type { DownloadMessages } from '../download-messages.js';

export const download: DownloadMessages = {
  heading: 'Descargar los datos',
  csv: 'CSV',
  excel: 'CSV para Excel',
  json: 'JSON',
  header: 'ficha de los datos',
  shown: 'Lo que se muestra',
  all: 'Serie completa',
  label: (what, size) => `Descargar ${what} (${size})`,
  preparing: 'Preparando la descarga…',
  done: (file) => `Se descargó ${file}`,
};
