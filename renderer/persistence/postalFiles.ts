import { Dexie, type EntityTable } from 'dexie';

/** A postal file as it was dropped, with what is in it. */
export interface PostalFile {
  /** E.g. DE.zip; a file of the same name takes its place. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** ISO codes of its countries, e.g. DE. */
  readonly countries: readonly string[];
  readonly codeCount: number;
}

/** Postal codes of other countries that a person added on this computer; a database apart from the plans'. */
export class PostalFiles extends Dexie {
  declare files: EntityTable<PostalFile, 'name'>;

  constructor(name = 'evenland-postal') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ files: 'name' });
  }

  /** By name. */
  list(): Promise<PostalFile[]> {
    return this.files.orderBy('name').toArray();
  }

  async keep(file: PostalFile): Promise<void> {
    await this.files.put(file);
  }

  async remove(name: string): Promise<void> {
    await this.files.delete(name);
  }
}
