export interface DownloadMessages {
  readonly heading: string;
  readonly csv: string;
  readonly excel: string;
  readonly json: string;
  readonly header: string;
  readonly shown: string;
  readonly all: string;
  /** `Descargar CSV (12 kB)` */
  readonly label: (what: string, size: string) => string;
  readonly preparing: string;
  readonly done: (file: string) => string;
}
