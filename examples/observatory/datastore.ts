import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATASETS } from './catalogue.js';
import type { Dataset, Resource } from './dataset.js';
import { readTable, type Table } from './table.js';

/** The published files and their rows; every file is read once, when first asked for. */
export class Datastore {
  readonly #folder: string;
  readonly #tables = new Map<string, Promise<Table>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  get publicDatasets(): Dataset[] {
    return DATASETS.filter((dataset) => !dataset.isPrivate);
  }

  findDataset(idOrName: string): Dataset | undefined {
    return DATASETS.find(({ id, name }) => id === idOrName || name === idOrName);
  }

  /** The resources of a dataset whose file stands in the folder. */
  resourcesOf(dataset: Dataset): Resource[] {
    return dataset.resources.filter(({ file, optional }) => !optional || existsSync(this.pathOf(file)));
  }

  findResource(id: string): { dataset: Dataset; resource: Resource } | undefined {
    for (const dataset of DATASETS) {
      const resource = this.resourcesOf(dataset).find((candidate) => candidate.id === id);
      if (resource) return { dataset, resource };
    }
    return undefined;
  }

  pathOf(file: string): string {
    return join(this.#folder, file);
  }

  sizeOf(file: string): number | null {
    return statSync(this.pathOf(file), { throwIfNoEntry: false })?.size ?? null;
  }

  /** The rows of a resource, or undefined when the portal never loaded it into its database. */
  tableOf(resource: Resource): Promise<Table> | undefined {
    if (!resource.numericColumns) return undefined;
    let table = this.#tables.get(resource.id);
    if (!table) {
      table = readTable(this.pathOf(resource.file), resource.numericColumns);
      table.catch(() => this.#tables.delete(resource.id));
      this.#tables.set(resource.id, table);
    }
    return table;
  }
}
