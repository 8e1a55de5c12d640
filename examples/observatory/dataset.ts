export interface Resource {
  readonly id: string;
  readonly name: string;
  readonly format: 'CSV' | 'JSON';
  /** Path inside the data folder, and after `/archivos/`. */
  readonly file: string;
  /** Columns the portal stores as numbers; all others are text. Without it there is no datastore. */
  readonly numericColumns?: readonly string[];
  readonly lastModified: string;
  /** Made by the generator and not committed: offered only where the file stands. */
  readonly optional?: true;
}

export interface Organization {
  readonly name: string;
  readonly title: string;
}

export interface Dataset {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly notes: string;
  readonly author: string;
  readonly license: {
    readonly id: string;
    readonly title: string;
    readonly file?: string;
    readonly url?: string;
  };
  readonly organization: Organization;
  readonly tags: readonly string[];
  readonly metadataModified: string;
  readonly resources: readonly Resource[];
  readonly isPrivate?: true;
}
